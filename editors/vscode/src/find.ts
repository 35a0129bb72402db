/** Where the server is: the setting, else the interpreter that was chosen, else PATH. Nothing here needs VS Code. */

import { delimiter, isAbsolute, join, resolve } from "node:path";

/** How to start the server, and where that was learnt. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly from: "setting" | "interpreter" | "path";
}

/** What is known before the server is looked for; `folder` is the first folder of the workspace. */
export interface Known {
  readonly setting: string;
  readonly interpreter?: string;
  readonly folder?: string;
  readonly home: string;
  readonly path: string;
  readonly extensions: readonly string[];
}

/** Tells whether a file can be run. */
export type Runs = (file: string) => boolean;
/** Asks a launch for its version: what it prints, or why it cannot be run. */
export type Ask = (launch: Launch) => Promise<Answer>;
export type Answer = { readonly version: string } | { readonly fault: string };
/** The launch that answered, if any, and what each of those before it said. */
export interface Found {
  readonly launch?: Launch;
  readonly version?: string;
  readonly faults: readonly { readonly launch: Launch; readonly fault: string }[];
}

const SERVE = ["lsp"];
/** What a server prints behind `lsp --version`. */
const VERSION = /^skplint lsp (\S+)/m;

/** Return the ways to start the server, best first. A setting stands alone: what it names is what is meant. */
export function launches(known: Known, runs: Runs): Launch[] {
  const set = expanded(known.setting.trim(), known);
  if (set) {
    return [{ command: set, args: SERVE, from: "setting" }];
  }
  const found: Launch[] = [];
  if (known.interpreter) {
    found.push({ command: known.interpreter, args: ["-m", "linter", ...SERVE], from: "interpreter" });
  }
  const onPath = whereOnPath("skplint", known, runs);
  if (onPath) {
    found.push({ command: onPath, args: SERVE, from: "path" });
  }
  return found;
}

/** Return *setting* with `${workspaceFolder}` and a leading `~` filled in; a relative one is taken from the folder. */
function expanded(setting: string, known: Known): string {
  const said = setting.replaceAll("${workspaceFolder}", known.folder ?? ".").replace(/^~(?=$|[\\/])/, known.home);
  const relative = /[\\/]/.test(said) && !isAbsolute(said);
  return relative && known.folder ? resolve(known.folder, said) : said;
}

/** Return the first file called *name* on PATH that can be run; never one of the folder that is open. */
function whereOnPath(name: string, known: Known, runs: Runs): string | undefined {
  const folders = known.path.split(delimiter).filter((folder) => isAbsolute(folder));
  const files = folders.flatMap((folder) => known.extensions.map((extension) => join(folder, name + extension)));
  return files.find(runs);
}

/** Ask *candidates* in their order, and return the first that is a server. */
export async function firstThatAnswers(candidates: readonly Launch[], ask: Ask): Promise<Found> {
  const faults: { launch: Launch; fault: string }[] = [];
  for (const launch of candidates) {
    const answer = await ask(launch);
    const version = "version" in answer ? VERSION.exec(answer.version)?.[1] : undefined;
    if (version) {
      return { launch, version, faults };
    }
    faults.push({ launch, fault: "fault" in answer ? answer.fault : answer.version });
  }
  return { faults };
}
