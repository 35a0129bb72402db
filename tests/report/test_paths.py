"""Paths as URIs, places as regions."""

import pytest

from linter.documents.read import read_data
from linter.model import Item, Origin
from linter.report.region import Region, region, utf8_region
from linter.report.uri import slashed, uri


@pytest.mark.parametrize(
    ("path", "windows", "plain", "reference"),
    [
        ("draf.txt", False, "draf.txt", "draf.txt"),
        ("-", False, "-", "-"),
        ("./draf.txt", False, "draf.txt", "draf.txt"),
        ("../draf saya/é 50%.txt", False, "../draf saya/é 50%.txt", "../draf%20saya/%C3%A9%2050%25.txt"),
        ("a:b#c?d[1].txt", False, "a:b#c?d[1].txt", "a%3Ab%23c%3Fd%5B1%5D.txt"),
        ("/srv/draf.txt", False, "/srv/draf.txt", "file:///srv/draf.txt"),
        ("a\\b.txt", False, "a\\b.txt", "a%5Cb.txt"),
        ("a\\b.txt", True, "a/b.txt", "a/b.txt"),
        (".\\a\\b.txt", True, "a/b.txt", "a/b.txt"),
        ("C:\\Draf SKP\\a.txt", True, "C:/Draf SKP/a.txt", "file:///C:/Draf%20SKP/a.txt"),
        ("\\\\tuan\\bagi\\a.txt", True, "//tuan/bagi/a.txt", "file://tuan/bagi/a.txt"),
        ("a\udcff.txt", False, "a\ufffd.txt", "a%EF%BF%BD.txt"),
        ("", False, "", ""),
    ],
)
def test_paths(path, windows, plain, reference):
    assert slashed(path, windows=windows) == plain
    assert uri(path, windows=windows) == reference


@pytest.mark.parametrize(
    ("text", "origin", "points", "bytes_"),
    [
        ("😀 e\u0301 baik", Origin(2, 1), Region(2, 6, 10), Region(2, 10, 14)),
        ("😀 e\u0301 baik", Origin(2, 4), Region(2, 9, 13), Region(2)),
        ("😀 e\u0301 baik", Origin(2, 4, exact=False), Region(2), Region(2)),
        ("a\tb\u2028 baik", Origin(2, 1), Region(2, 6, 10), Region(2, 8, 12)),
        ("😀 e\u0301 baik", Origin(2, 4, bytes_before=5), Region(2, 9, 13), Region(2, 15, 19)),
        ("a\n b baik", Origin(2, 4, False), Region(2), Region(2)),
        ("a\n b baik", Origin(2, 4, False, last=4), Region(2, last=4), Region(2, last=4)),
        ("a\r b baik", Origin(2, 4, False, 3, below=5), Region(3, 8, 12), Region(3, 8, 12)),
        ("abcd baik", None, None, None),
    ],
)
def test_regions(text, origin, points, bytes_):
    item = Item(text, "rencana_kinerja", {}, origin=origin)
    start = text.index("baik")
    assert region(item, start, start + 4) == points
    assert utf8_region(item, start, start + 4) == bytes_


@pytest.mark.table("regions.yaml")
def test_regions_in_drafts(file, source, words, points, bytes):
    (document,) = read_data(source.encode(), file)
    item = next(item for item in document.items if words in item.text)
    start = item.text.index(words)
    for found, wanted in ((region, points), (utf8_region, bytes)):
        where = found(item, start, start + len(words))
        assert [where.line, where.start, where.end, where.end_line] == wanted


def test_a_line_end_that_closes_a_block_is_on_no_line_of_its_own():
    item = Item("Ijin\n", "rencana_kinerja", {}, origin=Origin(3, 5, True, 4))
    assert [region(item, 0, 5), region(item, 5, 5)] == [Region(3, 5, 9), Region(3, 9, 9)]
