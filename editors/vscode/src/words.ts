/** What the extension says itself, in the language of the notes. */

import type { Found } from "./find.js";

export type Lang = "id" | "en";

export const INSTALL = "python -m pip install \"skplint[lsp]\"";

const WORDS = {
  id: {
    missing: `skplint belum terpasang. Pasang dengan: ${INSTALL}, lalu pilih interpreter Python-nya atau isi skplint.path.`,
    wrongPath: "Program pada pengaturan skplint.path tidak dapat dijalankan",
    notServer: "skplint ditemukan, tetapi layanan untuk editornya tidak berjalan",
    install: "Salin perintah",
    copied: "Perintah pemasangan disalin.",
    settings: "Buka pengaturan",
    output: "Lihat keluaran",
    started: "layanan berjalan",
  },
  en: {
    missing: `skplint is not installed. Install it with: ${INSTALL}, then choose its Python interpreter or set skplint.path.`,
    wrongPath: "The program in the setting skplint.path cannot be run",
    notServer: "skplint was found, but its server for editors does not run",
    install: "Copy the command",
    copied: "The command was copied.",
    settings: "Open settings",
    output: "Show output",
    started: "the server runs",
  },
} as const;

export type Words = (typeof WORDS)[Lang];

export function wordsIn(lang: string | undefined): Words {
  return WORDS[lang === "en" ? "en" : "id"];
}

/** Return what a user is told where no server was found: what was tried last, and what to do. */
export function whyNot(found: Found, words: Words): string {
  const tried = found.faults.at(-1);
  if (!tried) {
    return words.missing;
  }
  const said = tried.fault.trim().split("\n").at(-1)?.trim() ?? "";
  const what = tried.launch.from === "setting" ? words.wrongPath : words.notServer;
  const absent = tried.launch.from === "interpreter" && /No module named '?linter\b/.test(tried.fault);
  return absent ? words.missing : `${what}: ${tried.launch.command}. ${said}`.trim();
}
