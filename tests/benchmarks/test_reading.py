"""The benchmark of reading, on the pages that the product comes with."""

import gzip
from pathlib import Path

import pytest

from benchmarks.reading.__main__ import main
from benchmarks.reading.pages import read_folder
from ingest.formats import FORMATS

RAW = Path(__file__).parents[2] / "raw"


def test_it_tells_the_speed_and_the_stages_of_each_kind_of_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """There is one row a kind: how many pages, how fast, and stages that add up to the whole."""
    assert main([str(RAW), "--rounds", "1"]) == 0
    header, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in capsys.readouterr().out.splitlines()
    ]
    kinds = {path.suffix[1:] for path in RAW.iterdir() if path.suffix in FORMATS}
    assert {row[0] for row in rows} == kinds
    for row in rows:
        told = dict(zip(header, row, strict=True))
        assert int(told["how many"]) == len(list(RAW.glob(f"*.{told['pages']}")))
        total, *stages = (float(told[name]) for name in header[3:])
        assert total > 0
        assert sum(stages) == pytest.approx(total, abs=0.3)


def test_of_labelled_pages_it_takes_one_split_unpacked_and_tells_renderers_apart(
    tmp_path: Path,
) -> None:
    """Pages that the manifest puts elsewhere, and files that are no pages, are left out."""
    (tmp_path / "manifest.tsv").write_text("id\tsplit\nneck\tdev\nknee\ttest\n", encoding="utf-8")
    (tmp_path / "text").mkdir()
    for name in ("neck.lynx.txt.gz", "neck.html.gz", "knee.html.gz", "neck.json.gz"):
        (tmp_path / "text" / name).write_bytes(gzip.compress(name.encode()))
    pages = list(read_folder(tmp_path, "dev"))
    assert [(page.source, page.kind, page.raw) for page in pages] == [
        ("neck.html", "html", b"neck.html.gz"),
        ("neck.lynx.txt", "txt lynx", b"neck.lynx.txt.gz"),
    ]


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the folder."""
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert f"{tmp_path}: no pages to read" in capsys.readouterr().err
