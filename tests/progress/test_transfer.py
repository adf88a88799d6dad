"""A history travels in one file; nothing doubled, nothing lost, nothing hostile let in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ShilianError
from app.progress.record import LINE_LIMIT
from app.progress.store import Store
from app.progress.transfer import Stopped
from app.progress.troubles import NotSaved, NotTaken
from tests.progress.builders import NOON, add, event, opened, uid

Lines = list[dict[str, Any]]


@pytest.fixture
def here(tmp_path: Path) -> Store:
    return opened(tmp_path / "here" / "learner.db")


@pytest.fixture
def there(tmp_path: Path) -> Store:
    return opened(tmp_path / "there" / "learner.db")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "小明.shilian"


def practised(store: Store, number: int = 7, name: str = "小明") -> str:
    me = add(store, name, number).id
    store.keep_settings(me, {"theme": "dark"})
    store.append(event(1, me, "viewed", object="a/s", meaning="", response=None, result=None))
    store.append(event(2, me, response={"text": "两行\n\u2028\u0000"}, confidence=0.5))
    store.append(event(3, me, result={"score": 0.25}, duration_ms=99))
    return me


def test_a_history_arrives_whole_with_place_and_settings(
    here: Store, there: Store, file: Path
) -> None:
    me = practised(here)
    assert here.save_history(me, file, NOON) == 3
    taken = there.take_history(file)
    assert taken == (me, "小明", True, 3, 0)
    assert there.learners() == here.learners()
    assert there.events(me) == here.events(me)
    assert there.standings(me) == here.standings(me)
    assert there.totals(me) == here.totals(me)
    assert there.place(me) == here.place(me)
    assert there.settings(me) == {"theme": "dark"}


def test_taking_a_file_twice_adds_nothing(here: Store, there: Store, file: Path) -> None:
    me = practised(here)
    here.save_history(me, file, NOON)
    there.take_history(file)
    assert there.take_history(file) == (me, "小明", False, 0, 3)
    assert there.totals(me).answers == 2


def test_two_machines_end_up_with_the_same_history(here: Store, there: Store, file: Path) -> None:
    me = practised(here)
    here.save_history(me, file, NOON)
    there.take_history(file)
    there.rename_learner(me, "明明")
    there.append(event(10, me, result={"score": 1}))
    here.append(event(11, me, result={"score": 0}))
    here.append(event(12, me, "viewed", object="a/t", meaning=""))
    there.save_history(me, file, NOON)
    assert here.take_history(file) == (me, "小明", False, 1, 3)  # one's name here stays
    here.save_history(me, file, NOON)
    there.take_history(file)
    assert here.events(me) == there.events(me)
    assert here.standings(me) == there.standings(me)
    assert here.place(me) == there.place(me)


def test_another_person_of_the_same_name_gets_a_number(
    here: Store, there: Store, file: Path
) -> None:
    me = practised(here)
    here.save_history(me, file, NOON)
    other = practised(there, 8)
    taken = there.take_history(file)
    assert (taken.learner, taken.name) == (me, "小明 (2)")
    assert [one.id for one in there.learners()] == [other, me]
    assert len(there.events(other)) == len(there.events(me)) == 3


def test_only_the_chosen_learner_is_in_the_file(here: Store, there: Store, file: Path) -> None:
    me = practised(here)
    practised(here, 8, "小红")
    here.save_history(me, file, NOON)
    there.take_history(file)
    assert [one.name for one in there.learners()] == ["小明"]
    assert "小红" not in file.read_text(encoding="utf-8")


def test_taking_and_saving_tell_how_far_they_are_and_can_be_stopped(
    here: Store, there: Store, file: Path
) -> None:
    me = add(here).id
    here.append_all(event(n, me) for n in range(1, 2001))
    seen: list[tuple[int, int]] = []
    here.save_history(me, file, NOON, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(500, 2000), (1000, 2000), (1500, 2000), (2000, 2000)]
    seen.clear()
    with pytest.raises(Stopped):
        there.take_history(
            file,
            progress=lambda done, total: seen.append((done, total)),
            cancelled=lambda: len(seen) == 2,
        )
    assert there.learners() == []
    assert 0 < seen[0][0] < seen[1][0] < seen[1][1] == file.stat().st_size
    other = file.with_name("other.shilian")
    with pytest.raises(Stopped):
        here.save_history(me, other, NOON, cancelled=lambda: True)
    assert [f.name for f in file.parent.iterdir() if "other" in f.name] == []
    assert there.take_history(file).added == 2000


def test_saving_where_nothing_can_be_written_is_said(here: Store, tmp_path: Path) -> None:
    me = practised(here)
    with pytest.raises(ShilianError) as refused:
        here.save_history(me, tmp_path / "no" / "such" / "x.shilian", NOON)
    assert refused.value.safe
    here.append(event(20, me))  # and the store goes on


def test_without_a_disk_nothing_is_taken(here: Store, file: Path, tmp_path: Path) -> None:
    here.save_history(practised(here), file, NOON)
    (tmp_path / "way").touch()
    nowhere = Store.open(tmp_path / "way" / "h.db", now_ms=NOON).store
    with pytest.raises(NotSaved):
        nowhere.take_history(file)


# Files from strangers


def sealed(lines: Lines) -> bytes:
    """Lines with an end that fits them: what somebody would write who knows the format."""
    body = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    end = {"end": True, "events": len(lines) - 1, "sha256": hashlib.sha256(body).hexdigest()}
    return body + json.dumps(end).encode() + b"\n"


def lines_of(file: Path) -> Lines:
    return [json.loads(line) for line in file.read_bytes().splitlines()][:-1]


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def put(at: int, name: str, value: Any) -> Callable[[Lines], None]:
    def change(lines: Lines) -> None:
        lines[at][name] = value

    return change


HOSTILE = [
    put(0, "shilian_history", 2),
    put(0, "shilian_history", "1"),
    put(0, "shilian_history", True),
    put(0, "learner", None),
    put(0, "learner", {"id": "../../x", "name": "a", "made_ms": 1, "settings": {}}),
    put(0, "learner", {"id": uid(1), "name": "\u202e \n", "made_ms": 1, "settings": {}}),
    put(0, "learner", {"id": uid(1), "name": "a", "made_ms": 1.5, "settings": {}}),
    put(0, "learner", {"id": uid(1), "name": "a", "made_ms": 1, "settings": []}),
    put(0, "learner", {"id": uid(1), "name": "a" * 500, "made_ms": 1, "settings": {}}),
    put(2, "id", "1"),
    put(2, "id", uid(5).upper()),
    put(2, "id", 7),
    put(2, "id", "ffffffff-ffff-7fff-bfff-ffffffffffff"),
    put(2, "time_ms", -1),
    put(2, "time_ms", True),
    put(2, "time_ms", 10**30),
    put(2, "duration_ms", 1 << 62),
    put(2, "content_version", "3"),
    put(2, "verb", "drop table"),
    put(2, "verb", ["answered"]),
    put(2, "object", ""),
    put(2, "object", "a\nb"),
    put(2, "object", "\ud800"),
    put(2, "object", "a" * 501),
    put(2, "meaning", None),
    put(2, "session", ""),
    put(2, "confidence", float("nan")),
    put(2, "confidence", float("inf")),
    put(2, "confidence", "sure"),
    put(2, "confidence", 2),
    put(2, "response", nested(40)),
    put(2, "result", {"score": float("nan")}),
    put(2, "result", {"score": 10**400}),
    put(2, "learner", uid(8)),
    lambda lines: lines[2].pop("verb"),
    lambda lines: lines.insert(2, {"end": True}),
    lambda lines: lines.insert(2, []),
    lambda lines: lines.clear(),
]


@pytest.mark.parametrize("change", HOSTILE)
def test_a_file_with_wrong_things_in_it_is_refused_whole(
    here: Store, there: Store, file: Path, change: Callable[[Lines], None]
) -> None:
    here.save_history(practised(here), file, NOON)
    lines = lines_of(file)
    change(lines)
    file.write_bytes(sealed(lines))
    refuses(there, file)


def refuses(store: Store, file: Path) -> None:
    with pytest.raises(NotTaken) as refused:
        store.take_history(file)
    assert refused.value.what
    assert store.learners() == []
    assert store.trouble is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\xff\xfe",
        b"{}",
        b"null\n",
        b"[" * 100_000,
        b'{"shilian_history": 1, "learner": ' + b'{"a":' * 50_000,
        b'{"shilian_history": 1' + b"0" * 5000 + b"}",
        b" " * (LINE_LIMIT + 2),
        b"\0" * 3_000_000,
    ],
)
def test_what_is_no_history_is_refused(there: Store, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refuses(there, file)


def test_a_file_of_holes_is_refused_before_it_is_read(there: Store, file: Path) -> None:
    with file.open("wb") as hollow:
        hollow.truncate(1 << 40)
    refuses(there, file)


def test_what_is_no_file_is_refused(there: Store, file: Path, tmp_path: Path) -> None:
    refuses(there, file)
    refuses(there, tmp_path)


def test_an_endless_line_of_a_known_file_is_refused(here: Store, there: Store, file: Path) -> None:
    here.save_history(practised(here), file, NOON)
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0] + b"[" * (LINE_LIMIT + 5))
    refuses(there, file)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    store = opened(folder / "learner.db")
    store.save_history(practised(store), folder / "x.shilian", NOON)
    store.close()
    return (folder / "x.shilian").read_bytes()


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = opened(tmp_path_factory.mktemp("stranger") / "learner.db")
    yield store
    store.close()


@given(data=st.data())
def test_a_file_cut_off_anywhere_is_refused(
    data: st.DataObject, whole: bytes, stranger: Store
) -> None:
    file = stranger.path.with_name("cut.shilian")
    # The last byte is the end of the last line: without it nothing is missing.
    file.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 2))])
    refuses(stranger, file)


@given(data=st.data())
def test_a_file_with_one_changed_byte_is_refused(
    data: st.DataObject, whole: bytes, stranger: Store
) -> None:
    at = data.draw(st.integers(0, len(whole) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    file = stranger.path.with_name("changed.shilian")
    file.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    refuses(stranger, file)


def test_anything_after_the_end_is_refused(whole: bytes, stranger: Store) -> None:
    file = stranger.path.with_name("more.shilian")
    file.write_bytes(whole + b"{}\n")
    refuses(stranger, file)
