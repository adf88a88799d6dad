"""The schemas say what the reader says, as far as an editor can see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.content.schema import schemas
from tests.content.marked import lesson_of, quiz_of, read

EXAMPLE = (Path(__file__).parent / "data/risk-basics.example.yaml").read_text(encoding="utf-8")
TRANSLATION = (
    "format: 1\nfor: risk-basics\nlanguage: en\n"
    "text: {title: Risks, quiz/q-blank/what.accept: [link, url], goals.1: null}\n"
    "of: {title: 5d0c}\n"
)
COURSE = (
    "format: 1\nid: c\nversion: 1\ntitle: 课\nlanguage: zh-CN\nlanguages: [zh-CN]\n"
    "lessons: [a]\nskills: [{id: url, title: 网址}]\n"
)

KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def _fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """The few words of JSON Schema that our schemas use."""
    known = {"$schema", "title", "description", "definitions", "type", "properties", "required"}
    known |= {"additionalProperties", "items", "minItems", "enum", "pattern", "minimum"}
    known |= {"maximum", "$ref", "allOf", "anyOf", "oneOf"}
    assert set(schema) <= known
    if "$ref" in schema:
        return _fits(value, root["definitions"][schema["$ref"].rpartition("/")[2]], root)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if kinds and not any(
        isinstance(value, KINDS[kind]) and (kind not in ("integer", "number") or is_number)
        for kind in kinds
    ):
        return False
    if "enum" in schema and not any(
        value == one and type(value) is type(one) for one in schema["enum"]
    ):
        return False
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return False
    if is_number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return False
    if isinstance(value, dict) and not _keys_fit(value, schema, root):
        return False
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            return False
        if not all(_fits(one, schema.get("items", {}), root) for one in value):
            return False
    return (
        all(_fits(value, one, root) for one in schema.get("allOf", ()))
        and ("anyOf" not in schema or any(_fits(value, one, root) for one in schema["anyOf"]))
        and ("oneOf" not in schema or sum(_fits(value, one, root) for one in schema["oneOf"]) == 1)
    )


def _keys_fit(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]) -> bool:
    if not set(schema.get("required", ())) <= set(value):
        return False
    others = schema.get("additionalProperties", True)
    for key, one in value.items():
        if key in schema.get("properties", {}):
            if not _fits(one, schema["properties"][key], root):
                return False
        elif others is False or (isinstance(others, dict) and not _fits(one, others, root)):
            return False
    return True


def _as_an_editor_reads(text: str) -> Any:
    """Plain YAML 1.2 kinds, dates left as text."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
            for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader=Loader)


def _valid(kind: str, text: str) -> bool:
    schema = schemas()[f"{kind}.schema.json"]
    return _fits(_as_an_editor_reads(text), schema, schema)


def test_the_worked_example_fits_its_schema() -> None:
    # The editor takes the id `no` for a boolean, as it stands in the example.
    assert _valid(
        "lesson", EXAMPLE.replace("id: no\n", "id: dont\n").replace("group: no\n", "group: dont\n")
    )


def test_course_and_translation_fit_theirs() -> None:
    assert _valid("course", COURSE)
    assert _valid("translation", TRANSLATION)
    assert not _valid("translation", TRANSLATION + "words: {}\n")
    assert not _valid("course", COURSE.replace("id: c\n", ""))


@pytest.mark.parametrize(
    "text",
    [
        lesson_of("- {id: t, type: text, title: 字}"),
        lesson_of("- {id: t, type: text, title: 字, body: 文, boddy: 文}"),
        lesson_of("- {id: T, type: text, title: 字, body: 文}"),
        lesson_of("- {id: t, type: film, title: 字, body: 文}"),
        lesson_of("- {id: t, type: text, title: 字, body: [文]}"),
        lesson_of("- {id: t, type: text, title: 字, body: 文, image: ../a.png}"),
        quiz_of("- {id: q, type: true-false, text: 问, answer: 也许}"),
        quiz_of("- {id: q, type: true-false, text: 问, answer: 错, points: 许多}"),
        quiz_of("- {id: q, type: fill-in, text: 【a】, blanks: [{id: a, accept: []}]}"),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(text: str) -> None:
    assert not _valid("lesson", text)
    assert read(text)[0] is None


def test_schemas_are_json_and_explain_every_key() -> None:
    made = schemas(lambda about: f"zh:{about}")
    assert set(made) == {
        f"{kind}.schema.json" for kind in ("lesson", "course", "brands", "levels", "translation")
    }
    lesson = json.loads(json.dumps(made["lesson.schema.json"]))
    assert lesson["properties"]["minutes"]["description"].startswith("zh:")
    assert all(one["description"] for one in lesson["properties"].values())
