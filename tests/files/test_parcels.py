"""Parcels: a newer one takes the place of an older, and nothing that is somebody's own is touched."""

import hashlib
from pathlib import Path

import pytest

from ccbdesk.files import parcel, whole
from ccbdesk.files.parcel import LIST_NAME, write_parcel
from ccbdesk.model.trouble import NotOfTheParcel, TroubleError

OLD = {"a.txt": b"old a", "kỳ 1/b.txt": b"b", "kỳ 1/cũ/c.txt": b"c"}
NEW = {"a.txt": b"new a", "kỳ 2/d.txt": b"d"}


def within(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but the list."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST_NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_list_names_every_file_with_its_hash(tmp_path: Path) -> None:
    write_parcel(tmp_path, OLD)

    lines = (tmp_path / LIST_NAME).read_text("utf-8").splitlines()
    assert lines == [f"{hashlib.sha256(OLD[place]).hexdigest()}  {place}" for place in sorted(OLD)]
    assert within(tmp_path) == OLD


def test_a_newer_parcel_leaves_nothing_of_the_older_and_no_empty_folder(tmp_path: Path) -> None:
    write_parcel(tmp_path / "one", OLD)
    write_parcel(tmp_path / "one", NEW)
    write_parcel(tmp_path / "two", NEW)

    assert within(tmp_path / "one") == NEW
    assert (tmp_path / "one" / LIST_NAME).read_bytes() == (tmp_path / "two" / LIST_NAME).read_bytes()
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == sorted(["a.txt", "kỳ 2", LIST_NAME])


def test_files_beside_it_stay(tmp_path: Path) -> None:
    write_parcel(tmp_path, OLD)
    (tmp_path / "kỳ 1" / "của tôi.txt").write_bytes(b"mine")
    write_parcel(tmp_path, NEW)

    assert within(tmp_path) == NEW | {"kỳ 1/của tôi.txt": b"mine"}


@pytest.mark.parametrize("place", ["a.txt", "kỳ 1/b.txt", "kỳ 2/d.txt"])
def test_a_file_that_is_somebodys_own_now_stops_it_before_anything_is_written(tmp_path: Path, place: str) -> None:
    write_parcel(tmp_path, OLD)
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_bytes(b"mine")
    before = within(tmp_path)

    with pytest.raises(TroubleError) as raised:
        write_parcel(tmp_path, NEW)

    assert raised.value.trouble == NotOfTheParcel(str(tmp_path / place))
    assert within(tmp_path) == before


def test_a_list_that_leads_elsewhere_deletes_nothing_there(tmp_path: Path) -> None:
    outside, out = tmp_path / "x.txt", tmp_path / "out"
    outside.write_bytes(b"x")
    out.mkdir()
    digest = hashlib.sha256(b"x").hexdigest()
    (out / "link").symlink_to(tmp_path)
    places = ("../x.txt", str(outside), "link/x.txt", "a/../../x.txt")
    (out / LIST_NAME).write_text("".join(f"{digest}  {place}\n" for place in places), "utf-8")

    write_parcel(out, NEW)

    assert outside.read_bytes() == b"x"


@pytest.mark.parametrize("stopped_at", range(1, 5))
def test_wherever_it_is_stopped_the_next_one_goes_through(
    tmp_path: Path, stopped_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_parcel(tmp_path, OLD)
    calls = iter(range(1, 100))

    def stopping(target: Path, content: bytes, *_: object) -> None:
        if next(calls) == stopped_at:
            raise KeyboardInterrupt
        whole.write_whole(target, content, content.__eq__)

    with monkeypatch.context() as patched:
        patched.setattr(parcel, "write_whole", stopping)
        with pytest.raises(KeyboardInterrupt):
            write_parcel(tmp_path, NEW)
    later = NEW | {"a.txt": b"newer a"}
    write_parcel(tmp_path, later)

    assert within(tmp_path) == later
