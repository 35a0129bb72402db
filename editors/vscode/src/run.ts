/** Asks a program for its version, outside of VS Code's own process; it has a bounded time to answer. */

import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import type { Answer, Launch } from "./find.js";

const PATIENCE = 30_000;

/** Return the environment in which programs run: Python takes no module from the folder that is open. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PYTHONSAFEPATH: "1" };
}

/** Tell whether *file* is one that can be run. */
export function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Return what *launch* prints as its version, or why it did not. */
export function ask(launch: Launch): Promise<Answer> {
  return new Promise((resolve) => {
    try {
      execFile(
        launch.command,
        [...launch.args, "--version"],
        { timeout: PATIENCE, windowsHide: true, encoding: "utf8", env: environment() },
        (error, stdout, stderr) => resolve(error ? { fault: stderr.trim() || error.message } : { version: stdout }),
      );
    } catch (error) {
      resolve({ fault: String(error) }); // what cannot be a program at all: a file as a folder, a .cmd on Windows
    }
  });
}
