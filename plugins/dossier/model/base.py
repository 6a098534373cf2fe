"""
What all records share.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """
    Whatever is written in YAML: unknown fields are refused, and nothing changes after it is read.
    """

    main: ClassVar[str]
    """Of a record that can be corrected: the field that a correction is of where it names none."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def fields_of(record: type[Record]) -> dict[str, Any]:
    """
    Return the fields that an editor may write in a record, by the name in YAML.
    """
    return {info.alias or name: info for name, info in record.model_fields.items() if name != "id"}
