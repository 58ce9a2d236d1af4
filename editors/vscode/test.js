// The extension with its client and a server of its own, in a stand-in for the editor: node --test. LINTNEWS names the program.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { standIn } = require("./stand-in.js");

const STORY = "The 😀 mayor of of Ludgrave slept.\n\nThe Royal Saudi Navel Forces sent a boat.\n";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lintnews-"));
const settings = { "lintnews.command": [process.env.LINTNEWS ?? "lintnews", "lsp"], "lintnews.languages": ["plaintext", "markdown", "html"] };
const { vscode, seen, fire, never } = standIn(folder, settings);
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const extension = require("./extension.js");

const story = { uri: vscode.Uri.file(path.join(folder, "story.txt")), languageId: "plaintext", version: 1, text: STORY, getText: () => story.text };
const found = () => seen.diagnostics[story.uri.path] ?? [];
const rules = () => found().map((each) => each.code?.value ?? each.code);
const actions = (each) => seen.providers.registerCodeActionsProvider.at(-1)[1].provideCodeActions(story, each.range, { diagnostics: [each], triggerKind: 1 }, never);

async function until(holds) {
  for (let i = 0; i < 1200 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 50));
  assert.ok(holds(), "waited in vain");
}

before(async () => {
  await extension.activate({ subscriptions: [] });
  vscode.workspace.textDocuments.push(story);
  fire("onDidOpenTextDocument", story);
  await until(() => found().length === 2);
});

after(async () => {
  await extension.deactivate();
  fs.rmSync(folder, { recursive: true });
});

test("findings stand where they are, behind an emoji too", () => {
  assert.deepEqual(rules(), ["copy.doubled-word", "names.near-miss"]);
  assert.deepEqual([found()[0].range.start.character, found()[0].range.end.character], [13, 18]);
});

test("the light bulb offers the fix, a note and the rule's page", async () => {
  const titles = (await actions(found()[0])).map((each) => each.title);
  assert.deepEqual(titles, ["Change to “of”", "Quiet copy.doubled-word here, with a reason", "Open the page of copy.doubled-word"]);
});

test("quieting a rule asks for the reason first", async () => {
  const { command } = (await actions(found()[0])).find((each) => each.title.startsWith("Quiet"));
  await vscode.commands.executeCommand(command.command, ...command.arguments);
  assert.deepEqual(seen.asked, ["The reason, for the next reader"]);
  await until(() => seen.applied.length === 1);
  assert.deepEqual(seen.applied, [["story.txt", " <!-- lintnews ignore copy.doubled-word: an example -->"]]);
});

test("a hover tells the evidence", async () => {
  const hover = await seen.providers.registerHoverProvider.at(-1)[1].provideHover(story, found()[1].range.start, never);
  assert.match(JSON.stringify(hover.contents), /Royal Saudi Naval Forces: force, as of/);
});

test("what is typed is checked", async () => {
  const { range } = found()[0];
  Object.assign(story, { text: STORY.replace("of of", "of"), version: 2 });
  fire("onDidChangeTextDocument", { document: story, contentChanges: [{ range, rangeLength: 5, text: "of" }] });
  await until(() => found().length === 1);
  assert.deepEqual(rules(), ["names.near-miss"]);
});

test("the server is restarted, and a command that is not there is told", async () => {
  await vscode.commands.executeCommand("lintnews.restart");
  await until(() => found().length === 1);
  settings["lintnews.command"] = [path.join(folder, "nothing")];
  await vscode.commands.executeCommand("lintnews.restart");
  assert.match(seen.told.at(-1), /nothing` cannot be started .*ENOENT/s);
});
