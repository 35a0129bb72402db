/** The extension: it finds the server, starts it, and starts it again when asked. All that it knows is in the server. */

import { homedir } from "node:os";
import { PythonExtension } from "@vscode/python-extension";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { firstThatAnswers, launches, type Found, type Launch } from "./find.js";
import { options } from "./options.js";
import { ask, environment, runs } from "./run.js";
import { INSTALL, whyNot, wordsIn, type Words } from "./words.js";

const NAME = "skplint";
/** What is checked; other YAML and Markdown is passed over by the server. */
const DOCUMENTS = [
  { language: "skp" },
  { language: "yaml", scheme: "file" },
  { language: "markdown", scheme: "file" },
  { scheme: "file", pattern: "**/{skp,draf,SKP,Draf}*.{txt,csv,tsv,json}" },
];

let running: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const server = new Server(output);
  running = server;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("skplint.restart", () => server.start()),
    vscode.commands.registerCommand("skplint.output", () => output.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("skplint.path")) {
        void server.start();
      }
    }),
  );
  const python = await pythonExtension();
  if (python) {
    context.subscriptions.push(python.environments.onDidChangeActiveEnvironmentPath(() => server.start()));
  }
  await server.start();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  try {
    return await PythonExtension.api();
  } catch {
    return undefined; // it is not installed
  }
}

/** One server at a time; starts that are asked for while another is under way follow it. */
class Server {
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  start(): Promise<void> {
    this.turn = this.turn.then(() => this.started()).catch((error: unknown) => this.output.error(String(error)));
    return this.turn;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.output.warn(String(error)); // one that never started cannot be stopped
    }
  }

  private async started(): Promise<void> {
    await this.stop();
    const settings = vscode.workspace.getConfiguration(NAME);
    const words = wordsIn(settings.get<string>("lang"));
    const found = await firstThatAnswers(launches(await this.known(settings), runs), ask);
    for (const { launch, fault } of found.faults) {
      this.output.warn(`${launch.command} ${launch.args.join(" ")}: ${fault}`);
    }
    if (!found.launch) {
      void this.tell(found, words);
      return;
    }
    this.output.info(`${words.started}: ${found.launch.command} (${found.launch.from}), ${found.version}`);
    this.client = new LanguageClient(NAME, NAME, serverOptions(found.launch), this.clientOptions(settings));
    await this.client.start();
  }

  private async known(settings: vscode.WorkspaceConfiguration): Promise<Parameters<typeof launches>[0]> {
    const folder = vscode.workspace.workspaceFolders?.[0];
    const python = await pythonExtension();
    const chosen = python && (await python.environments.resolveEnvironment(python.environments.getActiveEnvironmentPath(folder?.uri)));
    const windows = process.platform === "win32";
    return {
      setting: settings.get<string>("path") ?? "",
      interpreter: chosen?.executable.uri?.fsPath,
      folder: folder?.uri.fsPath,
      home: homedir(),
      path: process.env["PATH"] ?? process.env["Path"] ?? "",
      extensions: windows ? [".exe"] : [""],
    };
  }

  private clientOptions(settings: vscode.WorkspaceConfiguration): LanguageClientOptions {
    return {
      documentSelector: DOCUMENTS,
      initializationOptions: options((key) => settings.get(key)),
      synchronize: { configurationSection: NAME },
      outputChannel: this.output,
      markdown: { isTrusted: false },
    };
  }

  private async tell(found: Found, words: Words): Promise<void> {
    const chosen = await vscode.window.showErrorMessage(whyNot(found, words), words.install, words.settings, words.output);
    if (chosen === words.install) {
      await vscode.env.clipboard.writeText(INSTALL);
      void vscode.window.showInformationMessage(words.copied);
    } else if (chosen === words.settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "skplint.path");
    } else if (chosen === words.output) {
      this.output.show();
    }
  }
}

function serverOptions(launch: Launch): ServerOptions {
  return { command: launch.command, args: [...launch.args], options: { env: environment() } };
}
