// Findings in, the list beside the story out: sorted and grouped, one of them open with its evidence and its fixes.

import { count, el, source } from "./made.js";

const SEVERITIES = ["error", "warning", "suggestion"];
const MOST = 400;
const LONG = 120;

export class Findings {
  #list;
  #does;
  #why = new Map();
  #items = new Map();
  #now = null;

  /** `does`: look(finding), fix(finding, text), jump(start, end), accept(finding), hide(finding); words(start, end) gives copy. */
  constructor(list, does) {
    this.#list = list;
    this.#does = does;
    list.addEventListener("keydown", (event) => this.#key(event));
  }

  /** What the rules are there for. */
  explain(rules) {
    this.#why = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** Show these, in this order. */
  show(findings, order, now) {
    const focused = this.#list.contains(document.activeElement) ? document.activeElement.closest(".finding")?.dataset.at : undefined;
    this.#items.clear();
    this.#now = now;
    const shown = findings.slice(0, MOST);
    const parts = groups(shown, order).map(([title, some]) => this.#group(title, some));
    const left = findings.length - shown.length;
    if (left > 0) parts.push(el("p", { class: "rule" }, `${count(left, "more finding")} when some of these are done.`));
    this.#list.replaceChildren(...parts);
    if (focused !== undefined) [...this.#items.values()][Math.min(focused, this.#items.size - 1)]?.firstChild.focus({ preventScroll: true });
  }

  /** Look at another one. */
  look(finding, { focus = false } = {}) {
    const old = this.#now;
    this.#now = finding;
    for (const each of [old, finding]) if (each && this.#items.has(each.id)) this.#renew(each);
    const item = finding && this.#items.get(finding.id);
    if (item && focus) item.firstChild.focus({ preventScroll: true });
    if (item) shown(item);
  }

  #group(title, findings) {
    const items = el("ol", {}, ...findings.map((finding) => this.#item(finding)));
    return title ? el("section", {}, el("h2", {}, title), items) : items;
  }

  #renew(finding) {
    const old = this.#items.get(finding.id);
    const focused = old.firstChild === document.activeElement;
    const item = this.#item(finding, old.dataset.at);
    old.replaceWith(item);
    if (focused) item.firstChild.focus({ preventScroll: true });
  }

  #item(finding, at = this.#items.size) {
    const open = finding.id === this.#now?.id;
    const head = el(
      "button",
      { type: "button", "aria-expanded": String(open), onclick: () => this.#does.look(open ? null : finding) },
      begun(finding.message),
      el("small", {}, el("b", {}, finding.severity), `line ${finding.line}`),
    );
    const item = el("li", { class: `finding ${finding.severity}`, "data-now": open, "data-at": at }, head, open ? this.#detail(finding) : this.#quick(finding));
    this.#items.set(finding.id, item);
    return item;
  }

  /** The first fix, to be made without a look at the rest. */
  #quick(finding) {
    const [first] = finding.fixes;
    if (!first) return null;
    const words = named(first.text);
    return el("button", { type: "button", class: "quick", title: words, "aria-label": `${words}: ${finding.message}`, onclick: () => this.#does.fix(finding, first.text) }, words);
  }

  #detail(finding) {
    const rule = this.#why.get(finding.rule);
    const evidence = finding.evidence.map((each) => el("li", {}, ...this.#evidence(each)));
    return el(
      "div",
      { class: "detail" },
      el("div", { class: "fixes" }, ...this.#buttons(finding)),
      evidence.length ? el("ul", { class: "evidence", "aria-label": "Evidence" }, ...evidence) : null,
      rule?.why ? el("p", { class: "why" }, rule.why) : null,
      el("p", { class: "rule" }, `${finding.rule}${finding.safe ? " · safe fix" : ""}`),
    );
  }

  #buttons(finding) {
    const fixes = finding.fixes.map(({ text }) =>
      el("button", { type: "button", class: "fix", onclick: () => this.#does.fix(finding, text) }, text.trim() ? el("ins", {}, text) : named(text)),
    );
    const word = finding.match.length < 60 && !finding.match.includes("\n") && (/\p{Lu}/u.test(finding.match) || finding.rule.startsWith("spelling."));
    return [
      ...fixes,
      word ? el("button", { type: "button", onclick: () => this.#does.accept(finding) }, "Accept for good") : null,
      el("button", { type: "button", onclick: () => this.#does.hide(finding) }, "Leave it"),
    ].filter(Boolean);
  }

  #evidence(each) {
    const parts = [];
    if (each.start === undefined) parts.push(each.text);
    else {
      const words = this.#does.words(each.start, each.end).trim();
      const told = !words || each.text.includes(words) || words.length > LONG;
      if (!told) parts.push(`${begun(each.text)}: `);
      parts.push(el("button", { type: "button", onclick: () => this.#does.jump(each.start, each.end) }, told ? each.text : `“${words}”`), ` line ${each.line}`);
    }
    if (each.fact) parts.push(el("cite", {}, ...source(each.fact.source ?? each.source ?? ""), ` · as of ${each.fact.as_of}`));
    else if (each.source) parts.push(el("cite", {}, ...source(each.source)));
    return parts;
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.target.parentElement?.className.startsWith?.("finding") !== true) return;
    const heads = [...this.#items.values()].map((item) => item.firstChild);
    heads[heads.indexOf(event.target.parentElement.firstChild) + step]?.focus();
    event.preventDefault();
  }
}

/** A message as a sentence begins; words that it quotes stay as they are. */
const begun = (message) => message.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** A fix as a button calls it. */
function named(text) {
  return text.trim() ? text : text ? "One space" : "Take out";
}

/** Bring an item into sight, in the list alone. */
function shown(item) {
  const box = document.getElementById("notes");
  const top = item.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const space = box.clientHeight - item.offsetHeight;
  if (top < 50 || top > space - 10) box.scrollTop += top - Math.max(50, Math.min(110, space / 2));
}

function groups(findings, order) {
  if (order === "place") return findings.length ? [["", findings]] : [];
  const keyOf = order === "severity" ? (finding) => finding.severity : (finding) => finding.rule.split(".")[0];
  const by = Map.groupBy ? Map.groupBy(findings, keyOf) : grouped(findings, keyOf);
  const keys = order === "severity" ? SEVERITIES.filter((each) => by.has(each)) : [...by.keys()].sort();
  return keys.map((key) => [order === "severity" ? count(by.get(key).length, key) : `${key} (${by.get(key).length})`, by.get(key)]);
}

function grouped(findings, keyOf) {
  const by = new Map();
  for (const finding of findings) by.set(keyOf(finding), [...(by.get(keyOf(finding)) ?? []), finding]);
  return by;
}
