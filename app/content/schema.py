"""JSON Schemas for teachers' editors, made from the same tables as the reader.

An editor reads YAML by its own rules and takes `no` or `012` for something other than text,
so the schemas let every plain value stand where a text is wanted. What an editor cannot
see (two right options, a scene nobody reaches) is left to `shilian check`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.content.spec.fields import ByType, Field, Record
from app.content.spec.lesson import FORMAT, ROOTS

Schema = dict[str, Any]
Translate = Callable[[str], str]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PICTURE: Schema = {
    "type": "string",
    "pattern": r"^(?!.*\.\.)[^/\\:][^\\:]*\.([sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG])$",
}


def schemas(translate: Translate = str) -> dict[str, Schema]:
    """Every schema by its file name. `translate` puts the explanations into a language."""
    made = {f"{kind}.schema.json": _Maker(translate).root(one) for kind, one in ROOTS.items()}
    made["translation.schema.json"] = _translation()
    return made


class _Maker:
    """Makes one schema. Steps and questions are defined once each and referred to."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._definitions: dict[str, Schema] = {}

    def root(self, record: Record) -> Schema:
        body = self._record(record)
        return {
            "$schema": _DIALECT,
            "title": record.name,
            **body,
            "definitions": dict(sorted(self._definitions.items())),
        }

    def _record(self, record: Record) -> Schema:
        schema: Schema = {
            "type": "object",
            "properties": {one.key: self._field(one) for one in record.fields},
            "additionalProperties": False,
        }
        if record.required:
            schema["required"] = list(record.required)
        return schema

    def _field(self, field: Field) -> Schema:
        # Not every editor shows an explanation that stands beside a reference.
        schema = self._value(field)
        about = self._translate(field.about)
        if "$ref" in schema:
            return {"allOf": [schema], "description": about}
        return {**schema, "description": about}

    def _value(self, field: Field) -> Schema:
        match field.kind:
            case "id":
                return _ID
            case "word":
                return {"enum": [word for one in field.words for word in _as_editors_read(one)]}
            case "whole":
                return {"type": "integer", "minimum": field.low, "maximum": field.high}
            case "number":
                return {"type": "number", "minimum": field.low, "maximum": field.high}
            case "date":
                return _DAY
            case "image":
                return _PICTURE
            case "texts":
                return _list(_TEXT, field.low)
            case "part":
                return self._entry(field.of)
            case "parts":
                return _list(self._entry(field.of), field.low)
            case _:
                return _TEXT

    def _entry(self, of: Record | ByType | None) -> Schema:
        if isinstance(of, Record):
            return self._record(of)
        assert of is not None
        references = []
        for type_name, record in of.types.items():
            name = f"{of.name}-{type_name}"
            if name not in self._definitions:
                self._definitions[name] = self._record(record)
            references.append({"$ref": f"#/definitions/{name}"})
        return {"oneOf": references}


def _list(entry: Schema, low: int) -> Schema:
    schema: Schema = {"type": "array", "items": entry}
    if low:
        schema["minItems"] = low
    return schema


def _as_editors_read(word: str) -> tuple[str | bool, ...]:
    """A word, and what it becomes in an editor that takes it for a yes or no."""
    truths = {"true": True, "yes": True, "false": False, "no": False}
    return (word, truths[word]) if word in truths else (word,)


def _translation() -> Schema:
    text_or_list = {"anyOf": [_TEXT, _list(_TEXT, 1), {"type": "null"}]}
    return {
        "$schema": _DIALECT,
        "title": "translation",
        "type": "object",
        "properties": {
            "format": {"type": "integer", "minimum": FORMAT, "maximum": FORMAT},
            "for": _ID,
            "language": _TEXT,
            "text": {"type": ["object", "null"], "additionalProperties": text_or_list},
            "of": {"type": ["object", "null"], "additionalProperties": _TEXT},
        },
        "required": ["format", "for", "language", "text"],
        "additionalProperties": False,
    }
