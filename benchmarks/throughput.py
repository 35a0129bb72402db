"""Statements a second on one core, beside spaCy's tokenizer alone: ``python benchmarks/throughput.py [N] [--rounds R]``.

The texts are N distinct statements, recombined from the labelled corpus (see recombined.py). Each stage
reads each text once, with fresh memories, and in each round all stages take their turn; the best round counts.
Times are processor times of this process, and only their ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from recombined import recombined

from linter.app import Analyser
from linter.app.pipeline import loaded_set_apart
from linter.app.resources import load_resources
from linter.language import tokenizer
from linter.model import Document, Header, Item
from linter.report import make


def _fresh_spacy() -> None:
    """Drop spaCy's tokenizer with what it remembers, and build the next one outside of any timing."""
    tokenizer._spacy_tokenizer.cache_clear()
    tokenizer.spacy_tokens("a")


def _each(function: Callable[[str], object]) -> Callable[[Iterable[str]], None]:
    def run(texts: Iterable[str]) -> None:
        for text in texts:
            function(text)

    return run


def stages() -> Iterator[tuple[str, Callable[[], Callable[[Iterable[str]], None]]]]:
    """Yield the name of each stage with what makes it anew."""
    resources = load_resources(())
    yield "spaCy's tokenizer", lambda: _each(tokenizer.spacy_tokens)
    yield "  its Doc alone", lambda: _each(tokenizer._spacy_tokenizer())
    yield "chunk tokenizer", lambda: _each(tokenizer.ChunkTokenizer())
    yield "parse", lambda: _each(Analyser(resources=resources).reader.parse)
    yield "check, to JSON Lines", lambda: _checker(Analyser(resources=resources))


def _checker(analyser: Analyser) -> Callable[[Iterable[str]], None]:
    """Return the whole of what a batch does with a text: read, judge, write."""
    written = 0

    def write(text: str) -> None:
        nonlocal written
        written += len(text)

    report = make("jsonl", write)
    document = Document("draf.txt", "text", iter(()), Header())

    def run(texts: Iterable[str]) -> None:
        report.begin(analyser.run)
        for line, text in enumerate(texts, 1):
            item = Item(text=text, part="rencana_kinerja", at={"line": line, "column": 1})
            report.item(document, analyser.check(item, document.header))

    return run


def seconds(make_run: Callable[[], Callable[[Iterable[str]], None]], texts: list[str]) -> float:
    """Return the processor seconds over all *texts*."""
    _fresh_spacy()
    run = make_run()
    gc.collect()
    with loaded_set_apart():
        begin = time.process_time()
        run(texts)
        return time.process_time() - begin


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("n", nargs="?", type=int, default=20_000, help="statements (default: 20000)")
    arguments.add_argument("--rounds", type=int, default=3, help="rounds, of which the best counts (default: 3)")
    options = arguments.parse_args()
    texts = recombined(options.n)
    words = [word for text in texts for word in text.split()]
    print(
        f"{len(texts)} distinct statements, {len(words) / len(texts):.1f} words each, {len(set(words))} different chunks"
    )
    print(f"{'stage':<24}{'statements/s':>14}{'of spaCy':>12}")
    known = dict(stages())
    rounds = [{name: seconds(make_run, texts) for name, make_run in known.items()} for _ in range(options.rounds)]
    best = {name: min(one[name] for one in rounds) for name in known}
    spacy = next(iter(best.values()))
    for name, took in best.items():
        ratio = spacy / took
        print(f"{name:<24}{len(texts) / took:>14,.0f}{f'{ratio:.2f} ×' if ratio >= 1 else f'1/{1 / ratio:.1f}':>12}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
