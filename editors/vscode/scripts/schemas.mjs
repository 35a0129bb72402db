// Brings the JSON Schemas that the extension associates with files into schemas/; their home is rules/schema.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const { contributes } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const named = [...contributes.yamlValidation, ...contributes.jsonValidation].map(({ url }) => url);

rmSync(join(here, "schemas"), { recursive: true, force: true });
mkdirSync(join(here, "schemas"));
for (const url of new Set(named)) {
  const name = url.replace("./schemas/", "");
  cpSync(join(here, "..", "..", "rules", "schema", name), join(here, "schemas", name));
}
