// Starts `lintnews lsp` and hands it the stories, rules and configuration that are open; all the rest is the server's.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function options() {
  const settings = vscode.workspace.getConfiguration("lintnews");
  const stories = settings.get("languages").flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  const yaml = [
    { scheme: "file", language: "yaml", pattern: "**/lintnews.yaml" },
    { scheme: "file", language: "yaml", pattern: "**/*.yml" },
  ];
  return { documentSelector: [...stories, ...yaml], middleware: { executeCommand: withReason } };
}

// Quieting a rule asks for the reason first, since a note without one helps nobody.
async function withReason(command, args, next) {
  if (command !== "lintnews.quiet" || args.length > 3) return next(command, args);
  const reason = await vscode.window.showInputBox({
    title: `Quiet ${args[1]} here`,
    prompt: "The reason, for the next reader",
    ignoreFocusOut: true,
  });
  return reason === undefined ? undefined : next(command, [...args, reason]);
}

async function start() {
  const [command, ...args] = vscode.workspace.getConfiguration("lintnews").get("command");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  client = new LanguageClient("lintnews", "LintNews", { command, args, options: { cwd: folder } }, options());
  try {
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `LintNews: \`${command}\` cannot be started (${error.message ?? error}). Install it with pip, or set lintnews.command.`,
      "Open Settings",
    );
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "lintnews.command");
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("lintnews.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration("lintnews")) return;
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
