import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { firstThatAnswers, launches, type Answer, type Known, type Launch } from "../src/find.js";
import { ask, runs } from "../src/run.js";
import { whyNot, wordsIn } from "../src/words.js";

const KNOWN: Known = { setting: "", home: "/home/warga", path: "", extensions: [""] };
const never = () => false;
const words = wordsIn("id");

function commands(known: Partial<Known>, on: (file: string) => boolean = never): string[] {
  return launches({ ...KNOWN, ...known }, on).map(({ command, args }) => [command, ...args].join(" "));
}

test("a setting stands alone, whatever else there is", () => {
  const found = commands({ setting: " /opt/skplint ", interpreter: "/usr/bin/python3", path: "/usr/bin" }, () => true);
  assert.deepEqual(found, ["/opt/skplint lsp"]);
});

test("a setting may name the folder, the home, and a place in the folder", () => {
  assert.deepEqual(commands({ setting: "${workspaceFolder}/.venv/bin/skplint", folder: "/kerja" }), [
    "/kerja/.venv/bin/skplint lsp",
  ]);
  assert.deepEqual(commands({ setting: "~/bin/skplint" }), ["/home/warga/bin/skplint lsp"]);
  assert.deepEqual(commands({ setting: ".venv/bin/skplint", folder: "/kerja" }), ["/kerja/.venv/bin/skplint lsp"]);
  assert.deepEqual(commands({ setting: "skplint" }), ["skplint lsp"]);
  assert.deepEqual(commands({ setting: "/a~b/skplint" }), ["/a~b/skplint lsp"]);
});

test("the interpreter comes before PATH", () => {
  const path = ["/usr/local/bin", "/usr/bin"].join(delimiter);
  const found = commands({ interpreter: "/venv/bin/python", path }, (file) => file === join("/usr/bin", "skplint"));
  assert.deepEqual(found, ["/venv/bin/python -m linter lsp", `${join("/usr/bin", "skplint")} lsp`]);
});

test("of PATH only whole places count, and the endings of the system", () => {
  assert.deepEqual(commands({ path: ["", ".", "bin"].join(delimiter) }, () => true), []);
  const found = commands({ path: "/alat", extensions: [".exe"] }, (file) => file.endsWith(".exe"));
  assert.deepEqual(found, [`${join("/alat", "skplint.exe")} lsp`]);
});

test("the first that says it is a server is taken, and the others are told", async () => {
  const said: Record<string, Answer> = {
    "/a": { fault: "No module named linter" },
    "/b": { version: "Python 3.11.2" },
    "/c": { version: "skplint lsp 0.1.0\n" },
    "/d": { version: "skplint lsp 9.9.9\n" },
  };
  const all = Object.keys(said).map((command): Launch => ({ command, args: [], from: "path" }));
  const found = await firstThatAnswers(all, async ({ command }) => said[command] ?? { fault: "" });
  assert.equal(found.launch?.command, "/c");
  assert.equal(found.version, "0.1.0");
  assert.deepEqual(found.faults.map(({ launch }) => launch.command), ["/a", "/b"]);
});

test("what is said where there is none", () => {
  const at = (from: Launch["from"], fault: string) => ({ faults: [{ launch: { command: "/x", args: [], from }, fault }] });
  assert.equal(whyNot({ faults: [] }, words), words.missing);
  assert.equal(whyNot(at("interpreter", "/x: No module named linter"), words), words.missing);
  assert.match(whyNot(at("setting", "spawn /x ENOENT"), words), /skplint\.path.*\/x.*ENOENT/);
  assert.match(whyNot(at("path", "galat: layanan untuk editor belum terpasang\npasang: …"), words), /pasang: …$/);
  assert.match(whyNot({ faults: [] }, wordsIn("en")), /not installed/);
});

test("programs are asked for real", async () => {
  const folder = mkdtempSync(join(tmpdir(), "skplint-"));
  const make = (name: string, lines: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${lines}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  try {
    const good = make("good", 'echo "skplint lsp 1.2.3 $1 $2"');
    const bad = make("bad", 'echo "belum terpasang" >&2; exit 2');
    assert.ok(runs(good));
    assert.ok(!runs(folder));
    assert.ok(!runs(join(folder, "none")));
    assert.deepEqual(await ask({ command: good, args: ["lsp"], from: "path" }), {
      version: "skplint lsp 1.2.3 lsp --version\n",
    });
    assert.deepEqual(await ask({ command: bad, args: ["lsp"], from: "path" }), { fault: "belum terpasang" });
    const none = await ask({ command: join(folder, "none"), args: [], from: "path" });
    assert.ok("fault" in none && none.fault.includes("ENOENT"));
    const absurd = await ask({ command: join(good, "skplint"), args: [], from: "setting" });
    assert.ok("fault" in absurd && absurd.fault.includes("ENOTDIR"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
