"""The kinds of words; docs/bahasa.md says what each means."""

from __future__ import annotations

TAGS = frozenset(
    {
        "V_ACT", "V_PASS", "V_TER", "V_BER", "V_STAT", "V_ROOT", "V_NYA", "A_NYA", "ADA_NYA", "N", "N_PEAN", "N_PERAN",
        "N_KEAN", "N_AN", "N_PE", "ADJ", "ADJR", "ADV", "DEG", "PREP", "UNTUK", "DGN", "TANPA", "SECARA", "SESUAI", "LIM",
        "CONJ", "SUB", "YANG", "NEG", "NEG_ADA", "ADA", "AUX", "COP", "DET", "DEM", "PRON", "ORD", "NUM", "QTY", "TIME",
        "PAREN", "COMMA", "SEP", "SLASH", "COLON", "STOP", "PUNCT", "LP", "RP",
    }
)  # fmt: skip
"""Every tag that the tagger gives."""
