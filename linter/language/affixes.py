"""The affix tables of Indonesian: which prefix a root takes, and which roots a prefixed form may hide.

Facts: Tata Bahasa Baku Bahasa Indonesia, chapters on verbs and nouns; the assimilation of meN- and peN- (k p s t drop
before a vowel, stay before a consonant cluster; menge-/penge- before one syllable).
"""

from __future__ import annotations

from collections.abc import Iterator

VOWELS = frozenset("aiueo")


def _cluster(stem: str) -> bool:
    """Tell whether *stem* begins with two consonants (not ng or ny)."""
    return (
        len(stem) > 1 and stem[0] not in VOWELS and stem[1] not in VOWELS and stem[:2] not in {"ng", "ny", "kh", "sy"}
    )


def syllables(root: str) -> int:
    """Count the vowels of *root*; a diphthong at its end is one (bu-at, sah, pan-tau)."""
    return max(1, sum(c in VOWELS for c in root) - root.endswith(("ai", "au", "oi")))


def nasal_roots(form: str, initial: str) -> Iterator[tuple[str, str, float]]:
    """Yield (prefix, stem, extra cost) for each way to take meN- (initial "m") or peN- (initial "p") off *form*."""
    if not form.startswith(initial + "e") or len(form) < 5:
        return
    rest = form[2:]
    name = initial + "eN-"
    if rest.startswith("nge"):
        if syllables(rest[3:]) == 1 or len(rest) <= 9:
            yield name, rest[3:], 0.1
        yield name, "k" + rest[2:], 0.05
        yield name, rest[2:], 0.0
    elif rest.startswith("ng"):
        after = rest[2:]
        if after[:1] in VOWELS:
            yield name, after, 0.0
            yield name, "k" + after, 0.05
        else:
            yield (
                name,
                after,
                0.0 if after[:1] in "gh" or after[:2] == "kh" or _cluster(after) or after[:2] == "ka" else 0.3,
            )
    elif rest.startswith("ny"):
        yield name, "s" + rest[2:], 0.0
        yield name, rest, 0.3
    elif rest.startswith("m"):
        after = rest[1:]
        if after[:1] in VOWELS:
            yield name, "p" + after, 0.0
            yield name, rest, 0.2
        elif after[:1] in "bfv" or after[:1] == "p":
            yield name, after, 0.0 if after[:1] != "p" or _cluster(after) else 0.35
        elif initial == "p" and after[:1] == "r":
            yield name, "p" + after, 0.0
    elif rest.startswith("n"):
        after = rest[1:]
        if after[:1] in VOWELS:
            yield name, "t" + after, 0.0
            yield name, rest, 0.2
        elif after[:1] in "dcjz" or _cluster(after):
            yield name, after, 0.0
        elif after[:1] in "ts" or after[:2] == "sy":
            yield name, after, 0.35
    elif rest[:1] in "lrwy":
        yield name, rest, 0.0


_KEPT = {"kaji", "klaim", "kritik", "kritisi", "punya", "proklamasi", "terjemah"}
"""Roots that keep their first letter after a nasal though a vowel follows it."""


def nasal(root: str) -> str:
    """Return meN- + *root*: menyusun, mengelola, memverifikasi; menge- before one syllable."""
    first = root[0]
    if syllables(root) == 1 and len(root) <= 4:
        return "menge" + root
    cluster = len(root) > 1 and root[1] not in VOWELS and root[:2] not in {"ng", "ny"}
    kept = cluster or root in _KEPT
    if first in "lrwymn":
        return "me" + root
    if first == "p":
        return "mem" + (root if kept else root[1:])
    if first in "bfv":
        return "mem" + root
    if first == "t":
        return "men" + (root if kept else root[1:])
    if first in "dcjz":
        return "men" + root
    if first == "s":
        return "men" + root if cluster or root.startswith("sy") else "meny" + root[1:]
    if first == "k":
        return "meng" + (root if kept else root[1:])
    return "meng" + root


def actor(root: str) -> str:
    """Return peN- + *root*: penyusun, pengelola; p is lost before r (pemroses), pe- before l r w y m n."""
    if root.startswith("pr"):
        return "pem" + root[1:]
    return "p" + nasal(root)[1:]


def ter(root: str) -> str:
    """Return ter- + *root*; te- before r."""
    return ("te" if root.startswith("r") else "ter") + root


PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("diper", "V_PASS", "di-per-"),
    ("dipel", "V_PASS", "di-per-"),
    ("diber", "V_PASS", "di-ber-"),
    ("dike", "V_PASS", "di-ke-"),
    ("di", "V_PASS", "di-"),
    ("memper", "V_ACT", "meN-per-"),
    ("mempel", "V_ACT", "meN-per-"),
    ("member", "V_ACT", "meN-ber-"),
    ("membel", "V_ACT", "meN-ber-"),
    ("dibel", "V_PASS", "di-ber-"),
    ("pembel", "N_PEAN", "peN-ber-"),
    ("ter", "V_TER", "ter-"),
    ("te", "V_TER", "ter-"),
    ("ber", "V_BER", "ber-"),
    ("be", "V_BER", "ber-"),
    ("bel", "V_BER", "ber-"),
    ("pember", "N_PEAN", "peN-ber-"),
    ("per", "N_PERAN", "per-"),
    ("pel", "N_PERAN", "per-"),
    ("pe", "N_PERAN", "per-"),
    ("keber", "N_KEAN", "ke-ber-"),
    ("keter", "N_KEAN", "ke-ter-"),
    ("ketidak", "N_KEAN", "ke-tidak-"),
    ("kese", "N_KEAN", "ke-se-"),
    ("kepe", "N_KEAN", "ke-pe-"),
    ("ke", "N_KEAN", "ke-"),
    ("se", "ADV", "se-"),
)
"""Prefixes without assimilation: what stands in the form, the tag of the result, the name of the affix."""

BOUND = (
    "non",
    "sub",
    "pra",
    "pasca",
    "anti",
    "multi",
    "antar",
    "inter",
    "maha",
    "tuna",
    "nara",
    "semi",
    "ekstra",
    "swa",
)
"""Bound prefixes that keep the class of the word they join."""

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")


def colloquial(stem: str) -> Iterator[tuple[str, str, float]]:
    """Yield the roots under the spoken prefix nge-: ngecek, ngeprint."""
    if stem.startswith("nge") and len(stem) > 5:
        yield "nge-", stem[3:], 0.5
