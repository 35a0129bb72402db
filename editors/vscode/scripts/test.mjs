// Bundles the unit tests and runs them with Node's own runner; nothing of VS Code is needed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const tests = readdirSync(join(here, "test")).filter((name) => name.endsWith(".test.ts"));
const out = mkdtempSync(join(tmpdir(), "skplint-vscode-"));
try {
  for (const name of tests) {
    buildSync({
      entryPoints: [join(here, "test", name)],
      outfile: join(out, `${basename(name, ".ts")}.cjs`),
      bundle: true,
      platform: "node",
      define: { __ROOT__: JSON.stringify(here) },
    });
  }
  const files = tests.map((name) => join(out, `${basename(name, ".ts")}.cjs`));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
