// As much of the editor's interface as the extension and its client touch; what is published, applied and asked is kept in `seen`.
"use strict";

const path = require("node:path");

class Emitter {
  #heard = [];
  event = (hear, self) => {
    this.#heard.push(self ? hear.bind(self) : hear);
    return { dispose() {} };
  };
  fire(said) {
    for (const hear of this.#heard) hear(said);
  }
  dispose() {}
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...given) {
    const [start, end] = given.length === 4 ? [new Position(given[0], given[1]), new Position(given[2], given[3])] : given;
    Object.assign(this, { start, end });
  }
}

class Uri {
  constructor(place) {
    Object.assign(this, { scheme: "file", authority: "", query: "", fragment: "", path: place, fsPath: place });
  }
  static parse = (address) => new Uri(decodeURIComponent(address.replace(/^file:\/\//, "")));
  static file = (place) => new Uri(place);
  toString = () => `file://${this.path}`;
}

class WorkspaceEdit {
  edits = [];
  replace(uri, range, text) {
    this.edits.push([path.basename(uri.path), text]);
  }
  insert = this.replace;
  set(uri, edits) {
    for (const edit of edits.map((each) => (Array.isArray(each) ? each[0] : each))) this.edits.push([path.basename(uri.path), edit.newText]);
  }
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append = (more) => new CodeActionKind(`${this.value}.${more}`);
}
for (const name of ["Empty", "QuickFix", "Refactor", "RefactorExtract", "RefactorInline", "RefactorRewrite", "Source", "SourceFixAll", "SourceOrganizeImports"])
  CodeActionKind[name] = new CodeActionKind(name);

/** A class that keeps what it is made of under these names. */
const kept = (...names) =>
  class {
    constructor(...given) {
      names.forEach((name, i) => (this[name] = given[i]));
    }
  };

const nothing = { dispose() {} };
const quiet = Object.fromEntries(["append", "appendLine", "show", "clear", "dispose", "info", "warn", "error", "debug", "trace"].map((name) => [name, () => {}]));
const never = { isCancellationRequested: false, onCancellationRequested: () => nothing };

/** The interface of an editor with one folder open; `settings` by their full names. */
function standIn(folder, settings) {
  const events = {}, seen = { diagnostics: {}, providers: {}, commands: {}, applied: [], asked: [], told: [] };
  const event = (name) => (events[name] ??= new Emitter()).event;
  const open = (space) =>
    new Proxy(space, {
      get: (known, name) => {
        if (name in known || typeof name !== "string") return known[name];
        if (name.startsWith("on")) return event(name);
        return name.startsWith("register") ? (...given) => ((seen.providers[name] ??= []).push(given), nothing) : undefined;
      },
    });
  const told = async (words) => void seen.told.push(words);
  const home = { uri: new Uri(folder), name: "desk", index: 0 };
  const known = {
    version: "1.95.0", EventEmitter: Emitter, Position, Range, Uri, WorkspaceEdit, CodeActionKind,
    CodeAction: kept("title", "kind"), Diagnostic: kept("range", "message", "severity"), Hover: kept("contents", "range"), TextEdit: kept("range", "newText"),
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    Disposable: class { constructor(dispose) { this.dispose = dispose; } static from = () => nothing; },
    MarkdownString: class { constructor(value = "") { this.value = value; } appendMarkdown(more) { this.value += more; return this; } },
    CancellationError: class extends Error {}, CancellationTokenSource: class { token = never; cancel() {} dispose() {} },
    env: { language: "en", appName: "stand-in" },
    window: open({
      visibleTextEditors: [], tabGroups: open({ all: [] }), createOutputChannel: () => quiet,
      showErrorMessage: told, showWarningMessage: told, showInformationMessage: told,
      showInputBox: async (box) => (seen.asked.push(box.prompt), "an example"),
    }),
    workspace: open({
      textDocuments: [], notebookDocuments: [], workspaceFolders: [home], getWorkspaceFolder: () => home,
      getConfiguration: (part) => ({ get: (name, usual) => settings[`${part}.${name}`] ?? usual }),
      applyEdit: async (made) => (seen.applied.push(...made.edits), true),
      createFileSystemWatcher: () => ({ onDidCreate: event("created"), onDidChange: event("changed"), onDidDelete: event("deleted"), dispose() {} }),
    }),
    languages: open({
      match: (selector, document) => ([selector].flat().some((filter) => filter.language === document.languageId) ? 10 : 0),
      createDiagnosticCollection: () => ({ ...quiet, set: (uri, found) => (seen.diagnostics[uri.path] = found), delete: (uri) => delete seen.diagnostics[uri.path] }),
    }),
    commands: { registerCommand: (name, run) => ((seen.commands[name] = run), nothing), executeCommand: async (name, ...given) => seen.commands[name]?.(...given) },
  };
  const enums = new Proxy({}, { get: (_, name) => name });
  const vscode = new Proxy(known, { get: (all, name) => all[name] ?? (/(Kind|Tag|Type|Reason|State|Format)$/.test(String(name)) ? enums : (all[name] = kept())) });
  return { vscode, seen, fire: (name, said) => events[name]?.fire(said), never };
}

module.exports = { standIn };
