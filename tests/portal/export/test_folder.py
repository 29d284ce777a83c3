"""An export changes and removes its own files and no other."""

from pathlib import Path

import pytest

from portal.export.folder import LIST, ExportError, ExportFolder


def exported(folder: Path, **files: str) -> ExportFolder:
    """Export ``files`` (a double underscore is a slash) into ``folder``."""
    target = ExportFolder(folder)
    for name, text in files.items():
        target.write(f"{name.replace('__', '/')}.html", text.encode())
    target.finish()
    return target


def names(folder: Path) -> set[str]:
    """Return the files below ``folder`` but the list."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if name != LIST}


def test_what_is_gone_is_removed_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    """And what is the same is not written again."""
    exported(tmp_path, index="1", topics__a="1", topics__a__x="1")
    again = exported(tmp_path, index="1", topics__a="2")
    assert names(tmp_path) == {"index.html", "topics/a.html"}
    assert not (tmp_path / "topics" / "a").exists()
    assert (again.files, again.changed, again.removed) == (2, 1, 1)


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    """Whatever is in it stays as it is."""
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ExportError, match="has files that no export wrote"):
        ExportFolder(tmp_path)
    assert names(tmp_path) == {"letter.txt"}


def test_a_file_of_others_within_an_export_is_neither_changed_nor_removed(tmp_path: Path) -> None:
    """Plain hosting often wants a file or two of its own in the folder."""
    exported(tmp_path, index="1")
    (tmp_path / "CNAME").write_text("library.example.org")
    (tmp_path / "about.html").write_text("mine")
    exported(tmp_path, index="2")
    with pytest.raises(ExportError, match=r"about\.html was not written by an export"):
        exported(tmp_path, about="theirs")
    assert (tmp_path / "about.html").read_text() == "mine"
    assert (tmp_path / "CNAME").read_text() == "library.example.org"


def test_a_run_that_was_cut_short_leaves_nothing_that_the_next_does_not_know(
    tmp_path: Path,
) -> None:
    """Every file is on the list before it is there."""
    target = ExportFolder(tmp_path)
    target.write("half.html", b"1")
    exported(tmp_path, index="1")
    assert names(tmp_path) == {"index.html"}


@pytest.mark.parametrize("name", ["../outside.html", "linked/outside.html"])
def test_no_file_is_written_or_removed_outside(tmp_path: Path, name: str) -> None:
    """Neither by its name, nor through a link, nor by a list that somebody has changed."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    outside.mkdir()
    (outside / "outside.html").write_text("mine")
    (tmp_path / "outside.html").write_text("mine")
    exported(inside, index="1")
    (inside / "linked").symlink_to(outside)
    with pytest.raises(ExportError, match="leads out of"):
        ExportFolder(inside).write(name, b"theirs")
    with (inside / LIST).open("a") as listed:
        listed.write(f"{name}\n")
    with pytest.raises(ExportError, match="leads out of"):
        exported(inside, index="1")
    assert (outside / "outside.html").read_text() == "mine"
    assert (tmp_path / "outside.html").read_text() == "mine"


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    """Before anything is removed by it."""
    (tmp_path / LIST).write_text("index.html\n")
    with pytest.raises(ExportError, match="not the list of an export"):
        ExportFolder(tmp_path)
