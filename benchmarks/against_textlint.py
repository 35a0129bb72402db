"""Our check against textlint: ``python benchmarks/against_textlint.py [FEW MANY] [--textlint COMMAND]``.

Both look for the same 40 words, with one rule a word, in the same recombined statements, one a line; the words are chosen so
that they stand about twice in a line. textlint gets 40 rule modules without plugins, made here, each a regular expression over
the text of a paragraph; ours are 40 rule files with a phrase, and no other rule is on. A second line for us has all our rules
on besides. Both run as the commands that users run, write JSON, and are measured in processor seconds of the process over FEW
and over MANY lines; the difference counts, so that starting up does not. textlint takes longer for a line the more notes a file
has, so the sizes say
what is compared. textlint comes from npm into a temporary folder; without node and npm nothing is measured. Bar: four times
as many lines a second.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from recombined import recombined

RULES, HITS = 40, 2.0
BAR = 4.0
_MODULE = """module.exports = (context) => {
  const { Syntax, RuleError, report, getSource } = context;
  const word = /\\b%s\\b/gi;
  return {
    [Syntax.Str](node) {
      for (const found of getSource(node).matchAll(word))
        report(node, new RuleError(`'${found[0]}' stands here`, { index: found.index }));
    },
  };
};
"""
_RULE = """code: {code}
name: kata-{word}
kind: flag
part: [rencana_kinerja]
severity: info
status: preview
since: "2026"
basis: [{{source: "Kaidah skplint", place: "uji", force: saran}}]
when: {{phrase: ["{word}"]}}
message: {{id: "'{{match}}' ada di sini", en: "'{{match}}' stands here"}}
why: {{id: "Untuk mengukur", en: "For measuring"}}
examples: {{bad: [{{text: "[[{word}]]"}}], good: [{{text: "Jembatan gantung"}}]}}
"""


def chosen(texts: list[str]) -> list[str]:
    """Return RULES words that stand about HITS times in a line of *texts*: neighbours in the order of how often they do."""
    count = Counter(word for text in texts for word in text.lower().split() if word.isalpha() and word.isascii())
    order = [word for word, _ in count.most_common()]
    windows = [order[at : at + RULES] for at in range(max(1, len(order) - RULES))]
    return min(windows, key=lambda words: abs(sum(count[word] for word in words) / len(texts) - HITS))


def spent(command: list[str]) -> float:
    """Return the processor seconds of *command*; it may end with 1, which says that there are notes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]}: {done.stderr.strip()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def installed(folder: Path) -> str | None:
    """Return the command of textlint, installed into *folder*; None where there is no node or npm, or npm fails."""
    if shutil.which("node") is None or (npm := shutil.which("npm")) is None:
        return None
    asked = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), "textlint"]
    done = subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return str(folder / "node_modules" / ".bin" / "textlint") if done.returncode == 0 else None


def write_rules(folder: Path, words: list[str]) -> tuple[Path, Path, str]:
    """Write the rules of both into *folder*; return the two folders and how our rules are selected."""
    theirs, ours = folder / "textlint", folder / "skplint" / "rumusan"
    theirs.mkdir()
    ours.mkdir(parents=True)
    codes = [f"P{900 + n}" for n in range(len(words))]
    for code, word in zip(codes, words, strict=True):
        (theirs / f"kata-{word}.js").write_text(_MODULE % word, "utf-8")
        (ours / f"{code}-kata-{word}.yaml").write_text(_RULE.format(code=code, word=word), "utf-8")
    return theirs, ours.parent, ",".join(codes)


def main() -> int:
    """Print lines a second, as ratios to textlint."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument(
        "lines", nargs="*", type=int, default=[20_000, 60_000], help="FEW and MANY (default: 20000 60000)"
    )
    arguments.add_argument("--textlint", help="a textlint that is installed already")
    options = arguments.parse_args()
    few, many = options.lines
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        command = options.textlint or installed(folder)
        if command is None:
            print("skipped: node or npm is missing here, or npm cannot install textlint")
            return 0
        texts = recombined(many)
        words = chosen(texts)
        theirs, ours, codes = write_rules(folder, words)
        own = [str(Path(sys.executable).with_name("skplint")), "check", "--no-config", "--rules", str(ours)]
        own += ["--no-cache", "--jobs", "1", "--format", "jsonl", "--fail-on", "never"]
        commands = {
            "textlint": [command, "--rulesdir", str(theirs), "--format", "json"],
            "skplint, the same": [*own, "--select", codes],
            "skplint, all rules": [*own, "--select", f"semua,{codes}"],
        }
        files = {n: folder / f"{n}.txt" for n in (few, many)}
        for n, file in files.items():
            file.write_text("\n".join(texts[:n]) + "\n", "utf-8")
        each = {
            name: (spent([*asked, str(files[many])]) - spent([*asked, str(files[few])])) / (many - few)
            for name, asked in commands.items()
        }
    hits = sum(word in words for text in texts for word in text.lower().split()) / len(texts)
    print(f"{len(words)} words that stand {hits:.2f} times in a line; {many} lines less {few}")
    for name, seconds in each.items():
        print(f"{name:<20}{each['textlint'] / seconds:>8.2f} × as many lines a second as textlint")
    print(f"(bar for the same rules: {BAR:g})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
