import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { KEYS, options } from "../src/options.js";

declare const __ROOT__: string;

const read = (file: string) => JSON.parse(readFileSync(join(__ROOT__, file), "utf8"));
const manifest = read("package.json");
const { contributes } = manifest;

test("only what is set goes to the server", () => {
  const set: Record<string, unknown> = { lang: "en", profile: "", select: [], ignore: ["S001"] };
  assert.deepEqual(options((key) => set[key]), { lang: "en", ignore: ["S001"] });
});

test("every option of the server is a setting", () => {
  for (const key of KEYS) {
    assert.ok(`skplint.${key}` in contributes.configuration.properties, key);
  }
});

test("every file that the manifest names is there", () => {
  const files = [contributes.languages[0].configuration, contributes.grammars[0].path, ...contributes.snippets.map((s: { path: string }) => s.path)];
  for (const file of files) {
    assert.ok(existsSync(join(__ROOT__, file)), file);
    assert.ok(read(file));
  }
  for (const { url } of [...contributes.yamlValidation, ...contributes.jsonValidation]) {
    const name = url.replace("./schemas/", "");
    assert.ok(name === "skp.json" || existsSync(join(__ROOT__, "../../rules/schema", name)), url);
  }
});

test("words have letters of every alphabet, and no silence is followed by a comment", () => {
  const { wordPattern, onEnterRules } = read("language-configuration.json");
  const words = "Laporan e-SAKIP 2026, dua".match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
  assert.deepEqual(words, ["Laporan", "e-SAKIP", "2026", "dua"]);
  const again = new RegExp(onEnterRules[0].beforeText);
  assert.ok(again.test("# catatan"));
  assert.ok(!again.test("# skplint: abaikan C001 -- alasan"));
});

test("every text of the manifest is written, and none for nothing", () => {
  const said = readFileSync(join(__ROOT__, "package.json"), "utf8").match(/(?<="%)[a-z]+(?=%")/g) ?? [];
  assert.deepEqual(new Set(said), new Set(Object.keys(read("package.nls.json"))));
});

test("the grammar colours a silence, a blank and a number, and leaves sentences alone", () => {
  const [silence, comment, list, figure, blank] = read("syntaxes/skp.tmLanguage.json").patterns.map(
    (pattern: { match: string }) => new RegExp(pattern.match),
  );
  const whole = silence.exec("# skplint: abaikan C001, mutu-kabur -- istilah resmi");
  assert.deepEqual([...whole].slice(1), ["# skplint: abaikan", " C001, mutu-kabur", " -- ", "istilah resmi"]);
  assert.equal(silence.exec("# skplint: abaikan C001")[4], undefined);
  assert.ok(comment.test("# catatan"));
  assert.ok(comment.test("#"));
  assert.ok(!comment.test("#1 juara"));
  assert.equal(list.exec("1. Laporan")[0], "1.");
  assert.equal(list.exec("Laporan"), null);
  assert.equal(figure.exec("selesai 90,5 % tepat")[0], "90,5 %");
  assert.equal(blank.exec("dari ‹siapa› besok")[0], "‹siapa›");
});
