"""Statements a second on one core, beside spaCy's tokenizer alone: ``python benchmarks/throughput.py [N]``.

The texts are N distinct statements, recombined from the labelled corpus (see recombined.py), and then N / 5 rows of a
form: a statement with its indicator and target, five rows a form, judged one among the others as in a file. Each stage reads
each text once, with fresh memories, in turns with spaCy's tokenizer over slices of the texts, so that a machine that is now
faster and now slower is so for both, and no third one has its memory in the way. What is built once for a run (spaCy's
tokenizer, our rules and grammars) is built before the clock runs. Times are processor times of this process, and only
their ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from recombined import Row, recombined, rows

from linter.app import Analyser
from linter.app.instep import BLOCK, in_step
from linter.app.pipeline import loaded_set_apart
from linter.app.resources import Resources, load_resources
from linter.app.sitting import checked_items
from linter.language import tokenizer
from linter.model import Checked, Document, Header, Item
from linter.report import Reporter, make

Text = TypeVar("Text")
Stage = tuple[str, Callable[[], Callable[[Iterable[Text]], None]]]
FORM = 5
"""Rows of a form."""
SLICE = 10_000
"""Texts that a stage reads before the other has its turn."""


def _fresh_spacy() -> None:
    """Drop spaCy's tokenizer with what it remembers, and build the next one outside of any timing."""
    tokenizer._spacy_tokenizer.cache_clear()
    tokenizer.spacy_tokens("a")


def _each(function: Callable[[str], object]) -> Callable[[Iterable[str]], None]:
    def run(texts: Iterable[str]) -> None:
        for text in texts:
            function(text)

    return run


def _parsed(analyser: Analyser) -> Callable[[Iterable[str]], None]:
    def run(texts: Iterable[str]) -> None:
        left = iter(texts)
        while block := tuple(islice(left, BLOCK)):
            analyser.reader.ahead(block)

    return run


def stages(resources: Resources) -> Iterator[Stage[str]]:
    """Yield the name of each stage over statements with what makes it anew, the reference first."""
    yield "spaCy's tokenizer", lambda: _each(tokenizer.spacy_tokens)
    yield "  its Doc alone", lambda: _each(tokenizer._spacy_tokenizer.__wrapped__())
    yield "chunk tokenizer", lambda: _each(tokenizer.ChunkTokenizer())
    yield "parse", lambda: _parsed(ready(resources))
    yield "check, to JSON Lines", lambda: checker(ready(resources))


def stages_of_rows(resources: Resources) -> Iterator[Stage[Row]]:
    """Yield the same over rows."""
    yield "spaCy's tokenizer", lambda: _spacy_over_rows
    yield "check, to JSON Lines", lambda: _row_checker(ready(resources))


def ready(resources: Resources) -> Analyser:
    """Return an analyser that has built what it builds once, its three grammars among it, and remembers hardly a text."""
    analyser = Analyser(resources=resources)
    analyser.check_text("Jumlah a", part="indikator", target="1")
    return analyser


def _spacy_over_rows(given: Iterable[Row]) -> None:
    for row in given:
        for text in (row.rk, row.indicator, row.target):
            tokenizer.spacy_tokens(text)


def checker(analyser: Analyser) -> Callable[[Iterable[str]], None]:
    """Return the whole of what a batch does with a statement: read, judge, write."""
    report, document = _nowhere(), Document("draf.txt", "text", iter(()), Header())

    def judge(item: Item) -> tuple[Checked]:
        return (analyser.check(item, document.header),)

    def run(texts: Iterable[str]) -> None:
        report.begin(analyser.run)
        items = (
            Item(text=text, part="rencana_kinerja", at={"line": line, "column": 1})
            for line, text in enumerate(texts, 1)
        )
        for checked in in_step(items, analyser.reader, judge):
            report.item(document, checked)

    return run


def _row_checker(analyser: Analyser) -> Callable[[Iterable[Row]], None]:
    """Return the whole of what a batch does with the rows of forms."""
    report = _nowhere()

    def run(given: Iterable[Row]) -> None:
        report.begin(analyser.run)
        left = iter(given)
        while form := tuple(islice(left, FORM)):
            document = Document("skp.xlsx", "xlsx", _items(form), Header(kind="skp"))
            for checked in checked_items(document, analyser):
                report.item(document, checked)

    return run


def _items(form: Sequence[Row]) -> Iterator[Item]:
    for n, row in enumerate(form, 1):
        at = {"row": n, "column": 1}
        yield Item(text=row.rk, part="rencana_kinerja", at=at, id=f"rk{n}", row=n, section="utama")
        yield Item(
            text=row.indicator, part="indikator", at=at, row=n, parent=f"rk{n}", section="utama", rk=row.rk,
            aspek=row.aspect, target=row.target,
        )  # fmt: skip


def _nowhere() -> Reporter:
    """Return the JSON Lines report, written to nowhere."""
    return make("jsonl", lambda text: None)


def seconds(make_run: Callable[[], Callable[[Iterable[Text]], None]], texts: Sequence[Text]) -> float:
    """Return the processor seconds over all *texts*."""
    return in_turn([("", make_run)], texts)[""]


def in_turn(stages: Iterable[Stage[Text]], texts: Sequence[Text]) -> dict[str, float]:
    """Return the processor seconds of each stage over all *texts*, of which each stage reads a slice in its turn."""
    _fresh_spacy()
    runs = {name: make_run() for name, make_run in stages}
    taken = dict.fromkeys(runs, 0.0)
    gc.collect()
    with loaded_set_apart():
        for at in range(0, len(texts), SLICE):
            part = texts[at : at + SLICE]
            for name, run in runs.items():
                begin = time.process_time()
                run(part)
                taken[name] += time.process_time() - begin
    return taken


def table(what: str, texts: Sequence[Text], known: Iterable[Stage[Text]]) -> None:
    """Print how many of *texts* every stage reads in a second, beside the first, with which it took turns."""
    reference, *others = known
    pairs = [tuple(in_turn((reference, stage), texts).items()) for stage in others]
    print(f"{'stage':<24}{f'{what}/s':>14}{'of spaCy':>12}")
    spacy = min(taken for (_, taken), _ in pairs)
    print(f"{reference[0]:<24}{len(texts) / spacy:>14,.0f}{'1.00 ×':>12}")
    for (_, beside), (name, took) in pairs:
        ratio = beside / took
        print(f"{name:<24}{len(texts) / took:>14,.0f}{f'{ratio:.2f} ×' if ratio >= 1 else f'1/{1 / ratio:.1f}':>12}")


def main() -> int:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20_000, help="statements (default: 20000)")
    options = arguments.parse_args()
    resources = load_resources(())
    texts, forms = recombined(options.n), rows(max(FORM, options.n // 5))
    words = [word for text in texts for word in text.split()]
    print(
        f"{len(texts)} distinct statements, {len(words) / len(texts):.1f} words each, {len(set(words))} different chunks"
    )
    table("statements", texts, stages(resources))
    told = sum(len(f"{row.rk} {row.indicator} {row.target}".split()) for row in forms)
    print(f"\n{len(forms)} rows of statement, indicator and target, {told / len(forms):.1f} words each")
    table("rows", forms, stages_of_rows(resources))
    return 0


if __name__ == "__main__":
    sys.exit(main())
