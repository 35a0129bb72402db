// Brings the JSON Schemas that the extension associates with files into schemas/; their home is rules/schema.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const { contributes } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const named = [...contributes.yamlValidation, ...contributes.jsonValidation].map(({ url }) => url);

rmSync(join(here, "schemas"), { recursive: true, force: true });
mkdirSync(join(here, "schemas"));
const rules = join(here, "..", "..", "rules", "schema");
for (const url of new Set(named)) {
  const name = url.replace("./schemas/", "");
  if (name !== "skp.json") {
    cpSync(join(rules, name), join(here, "schemas", name));
  }
}
// What a person writes is a draft or one of the papers beside it.
const kinds = ["draft.json", "papers.json"];
for (const name of kinds) {
  cpSync(join(rules, name), join(here, "schemas", name));
}
writeFileSync(join(here, "schemas", "skp.json"), JSON.stringify({ anyOf: kinds.map((name) => ({ $ref: `./${name}` })) }));
