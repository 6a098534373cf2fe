"""
JSON Schemas of what editors type, by which their programs complete, explain and check while they type.

They are made from the model: its fields, docstrings, vocabularies and patterns.
They know one file at a time, and let through whatever the parser reads; what holds across files, only ``check`` can tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .fields import AmountText, Id, PlaceKey, as_figure, as_list, as_places
from .model import Fact, Record, Settings, described
from .parse import FACTS, FOLDERS, MOVES, SETTINGS
from .problems import a
from .vocabulary import Term

FOLDER = "_schema"
"""The folder in the dossier that holds them."""

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' programs know best


def schemas() -> Iterator[tuple[str, str, str]]:
    """
    Yield the name of each schema's file, the files in the dossier that it describes, and its text.
    """
    described()
    yield "dossier.json", SETTINGS, _text(_of(Settings), "The dossier")
    for folder, record in FOLDERS.items():
        name = record.__name__.lower()
        yield f"{name}.json", f"{folder}/*.yml", _text(_of(record), a(name).capitalize())
    facts = {
        "type": "object",
        "description": "Facts, each as its id and its fields. " + _prose(Fact.model_fields["id"].description),
        "propertyNames": _schema(Id),
        "additionalProperties": _of(Fact),
    }
    yield f"{FACTS}.json", f"{FACTS}/*.yml", _text(facts, "Facts")
    moves = {"type": "object", "description": "Earlier ids, each with the one that it was changed to.", "propertyNames": _schema(Id), "additionalProperties": _schema(Id)}
    yield "moved.json", MOVES, _text(moves, "Records that were renamed")


def _text(schema: JsonSchemaValue, title: str) -> str:
    about = {"$schema": _DIALECT, "$comment": "Made from the model by 'make schemas'.", "title": title}
    return json.dumps({**about, **schema}, ensure_ascii=False, indent=1) + "\n"


def _of(record: type[Record]) -> JsonSchemaValue:
    """A record's fields; its id is the file's name, or its key."""
    schema = _schema(record)
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema["required"] if name != "id"]
    return schema


def _schema(type_: Any) -> JsonSchemaValue:
    records = described()
    schema = TypeAdapter(type_).json_schema(schema_generator=_Generator)
    if isinstance(type_, type) and issubclass(type_, Record):
        _describe(type_, schema)
    for name, below in schema.get("$defs", {}).items():
        if name in records:
            _describe(records[name], below)
    return _told(schema, schema.pop("$defs", {}))


def _describe(record: type[Record], schema: JsonSchemaValue) -> None:
    for name, info in record.model_fields.items():
        if info.description:
            found = schema["properties"]
            found[info.alias or name] = {"description": info.description, **found[info.alias or name]}


def _told(schema: Any, definitions: dict[str, Any]) -> Any:
    """A schema with each reference written out, with texts that an editor's program shows well, and without the classes' names."""
    if isinstance(schema, list):
        return [_told(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if reference := schema.get("$ref"):
        schema = {**definitions[reference.rpartition("/")[2]], **{key: value for key, value in schema.items() if key != "$ref"}}
    told = {key: _told(value, definitions) for key, value in schema.items() if key != "title" or isinstance(value, dict)}
    if isinstance(description := told.get("description"), str):
        told["description"] = _prose(description)
        if "`" in description:
            told["markdownDescription"] = told["description"]
    return told


def _prose(docstring: str | None) -> str:
    return " ".join((docstring or "").replace("``", "`").split())


class _Generator(GenerateJsonSchema):
    """What pydantic says of a model, as far as an editor types it."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Show no titles: they would be the fields' names once more."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave ``None`` out: who has nothing to say leaves the field out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave defaults out: nobody types them."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Hold every key against its type: what does not fit it is a slip, not a field that anyone may add."""
        return {"type": "object", "propertyNames": self.generate_inner(schema["keys_schema"]), "additionalProperties": self.generate_inner(schema["values_schema"])}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Give each term with its definition."""
        terms: list[Term] = schema["members"]
        told = super().enum_schema(schema)
        definitions = [term.definition for term in terms]
        return {"type": "string", "description": told.get("description", ""), "enum": [term.value for term in terms], "enumDescriptions": definitions, "markdownEnumDescriptions": definitions}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """
        Add the shorthand that a function makes the whole of.

        Raises:
            ValueError: If a function is not known here: its shorthand would be refused while it is typed.
        """
        whole = self.generate_inner(schema["schema"])
        function = schema["function"]["function"]
        if function is as_list:
            return {"anyOf": [whole["items"], whole]}
        if function is as_figure:
            return {"anyOf": [_schema(AmountText), whole]}
        if function is as_places:
            # The words of a place can be left out only with the place alone.
            return {"anyOf": [{**whole, "minProperties": 1}, _schema(PlaceKey), {"type": "array", "items": _schema(PlaceKey), "minItems": 1}]}
        msg = f"the shorthand {function.__name__} has no schema"
        raise ValueError(msg)
