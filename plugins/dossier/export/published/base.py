"""
What all published records share.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Published(BaseModel):
    """
    Whatever is published: no field but those named here.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
