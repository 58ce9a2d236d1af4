// The page: what is written is checked, marked and listed; what is chosen in the one place is shown in the other.

import { Findings } from "./findings.js";
import { link } from "./links.js";
import { count } from "./made.js";
import { Marks } from "./marks.js";
import * as names from "./names.js";
import * as paper from "./paper.js";
import * as service from "./service.js";
import * as sources from "./sources.js";
import { alarm, note, NOTHING, tell } from "./status.js";
import { change, moved, Story } from "./story.js";
import { dress } from "./dress.js";

const $ = (id) => document.getElementById(id);
const PAUSE = 200, AGAIN = 4000;

const story = new Story($("copy"));
const marks = new Marks($("under"));
const hidden = new Set();
let text = "", title = "story", findings = [], now = null, timer = 0, rollOf = null;

const list = new Findings($("list"), { look, fix, jump, accept, hide, words: (start, end) => text.slice(start, end) });

const asked = () => ({
  text: story.text,
  name: title + $("format").value,
  ...($("profile").value ? { profile: $("profile").value } : {}),
  ...($("date").value ? { date: $("date").value } : {}),
});
const kept = (finding) => !hidden.has(`${finding.rule}\n${finding.match}`);
const inOrder = () => {
  const rank = { error: 0, warning: 1, suggestion: 2 };
  const by = { place: () => 0, severity: (f) => rank[f.severity], kind: (f) => f.rule.split(".")[0] }[$("order").value];
  return [...findings].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.start - b.start));
};

const join = () => link(now && marks.of(now), marks.others());

function draw() {
  marks.draw(text, findings, now);
  join();
  shade();
}

/** What is looked at is washed in its own tone while nothing else is selected. */
function shade() {
  const { selectionStart, selectionEnd } = $("copy");
  $("page").classList.toggle("looking", Boolean(now) && selectionStart === now.start && selectionEnd === now.end);
}

function show() {
  findings = findings.filter(kept);
  now = findings.find((finding) => now && finding.rule === now.rule && finding.start === now.start) ?? null;
  draw();
  list.show(findings, $("order").value, now);
  const safe = findings.filter((finding) => finding.safe);
  $("fix-safe").hidden = !safe.length;
  $("fix-safe").textContent = `Make ${count(safe.length, "safe fix", "safe fixes")}`;
}

async function check() {
  const question = asked();
  try {
    const found = question.text.trim() ? await service.check(question) : [];
    if (question.text !== story.text) return;
    findings = found;
    show();
    tell(text, findings);
  } catch (error) {
    failed(error);
  }
  if ($("panel-findings").hidden) roll();
}

/** Tell why there is no answer, and ask again where there may be one later. */
function failed(error) {
  if (error.name === "AbortError") return;
  const refused = error instanceof service.Refusal;
  alarm(refused ? error.message : "The service does not answer; is lintnews serve still running? It is asked again every few seconds.");
  if (!refused || error.busy) soon(AGAIN);
}

async function roll() {
  const question = asked();
  const key = JSON.stringify(question);
  if (key === rollOf) return;
  const empty = !question.text.trim();
  try {
    const made = empty ? { names: [], summary: NOTHING } : await service.names(question);
    rollOf = key;
    names.show($("names"), made, jump);
    note(made.summary, $("names-status"));
    note(empty ? NOTHING : sources.show($("sources"), made, findings, jump), $("sources-status"));
  } catch (error) {
    failed(error);
  }
}

function soon(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

function written() {
  const current = story.text;
  findings = moved(findings, change(text, current));
  text = current;
  now = null;
  draw();
  try {
    sessionStorage.setItem("story", JSON.stringify({ text, title, format: $("format").value }));
  } catch {
    // a story too long to be kept in the tab is not kept
  }
  soon();
}

/** Look at a finding: in the copy, in the list, and for those who listen. */
function look(finding, { from = "list" } = {}) {
  now = finding;
  draw();
  list.look(finding, { focus: from === "list" });
  if (finding && from !== "copy") bring(finding.start, finding.end);
}

function bring(start, end) {
  story.select(start, end);
  const element = now && now.start === start ? marks.of(now) : [...marks.others()].find((each) => each.textContent && text.slice(start, end).startsWith(each.textContent));
  (element ?? $("copy")).scrollIntoView({ block: element ? "center" : "nearest" });
}

function jump(start, end) {
  $("copy").focus({ preventScroll: true });
  story.select(start, end);
  const place = [...marks.others()].find((each) => text.slice(start, end).startsWith(each.textContent));
  if (place) place.scrollIntoView({ block: "center" });
  else reveal(start, end);
}

/** Scroll to a stretch that has no mark, by marking it for a moment. */
function reveal(start, end) {
  marks.draw(text, findings, { evidence: [{ start, end }] });
  marks.others()[0]?.scrollIntoView({ block: "center" });
}

function fix(listed, replacement) {
  const finding = findings.find((each) => each.id === listed.id) ?? listed;
  if (text.slice(finding.start, finding.end) !== finding.match) return;
  const next = inOrder().find((each) => each.start > finding.end);
  story.write(finding.start, finding.end, replacement);
  say(`Fixed: ${finding.match || "missing"} is now ${replacement || "gone"}.`);
  soon(0);
  if (next) story.select(finding.start + replacement.length, finding.start + replacement.length);
}

function fixSafe() {
  const safe = findings.filter((finding) => finding.safe && text.slice(finding.start, finding.end) === finding.match).sort((a, b) => a.start - b.start);
  const apart = safe.filter((finding, i) => !i || finding.start > safe[i - 1].end);
  if (!apart.length) return;
  const start = apart[0].start, end = apart.at(-1).end;
  let made = "", at = start;
  for (const finding of apart) {
    made += text.slice(at, finding.start) + finding.fixes[0].text;
    at = finding.end;
  }
  story.write(start, end, made);
  say(`${count(apart.length, "fix", "fixes")} made.`);
  soon(0);
}

async function accept(finding) {
  try {
    await service.accept(finding.match);
    say(`${finding.match} is accepted from now on.`);
    soon(0);
  } catch (error) {
    alarm(error.message);
  }
}

function hide(finding) {
  hidden.add(`${finding.rule}\n${finding.match}`);
  show();
  tell(text, findings);
  $("copy").focus({ preventScroll: true });
}

const say = (words) => ($("voice").textContent = words);

/** Go to the next finding, or the one before. */
function go(step) {
  const order = inOrder();
  if (!order.length) return say("Nothing found.");
  const at = now ? order.findIndex((each) => each.id === now.id) : step > 0 ? order.findIndex((each) => each.start >= story.caret) - 1 : order.findIndex((each) => each.start >= story.caret);
  const finding = order[(Math.max(at, now ? 0 : -1) + step + order.length) % order.length] ?? order[0];
  $("copy").focus({ preventScroll: true });
  look(finding, { from: "keys" });
  const fixes = finding.fixes.length ? ` Control Enter makes it: ${finding.fixes[0].text || "nothing"}.` : "";
  return say(`${finding.severity} ${order.indexOf(finding) + 1} of ${order.length}, line ${finding.line}: ${finding.message}.${fixes}`);
}

function keys(event) {
  if (document.querySelector("dialog[open]")) return;
  const arrow = event.altKey && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "F8" || arrow) go(arrow || (event.shiftKey ? -1 : 1));
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && now?.fixes.length) fix(now, now.fixes[0].text);
  else if (event.key === "Escape" && $("notes").contains(document.activeElement)) $("copy").focus();
  else return;
  event.preventDefault();
}

/** The finding where one clicks or sets the caret is the one that is looked at. */
function pointed() {
  const caret = story.caret;
  if ($("copy").selectionEnd !== caret) return;
  const finding = findings.find((each) => each.start <= caret && caret <= Math.max(each.end, each.start + 1)) ?? null;
  if (finding !== now) look(finding, { from: "copy" });
}

/** A story of ours with some slips in it, for whoever has none at hand. */
async function example() {
  const answer = await fetch("/static/example.txt");
  $("format").value = ".txt";
  title = "example";
  story.open(await answer.text());
  $("copy").focus({ preventScroll: true });
}

async function open(file) {
  if (!file) return;
  try {
    const made = await paper.opened(file);
    title = made.title;
    document.title = `${title} · LintNews`;
    $("format").value = made.format;
    story.open(made.text);
    scrollTo(0, 0);
  } catch (error) {
    alarm(error.message);
  }
}

/** What is saved: the file that was opened with the copy in it, or the copy where that cannot be. */
async function saved() {
  const plain = () => ({ name: title + $("format").value, data: new Blob([text], { type: "text/plain" }) });
  try {
    return (await paper.saved(text)) ?? plain();
  } catch (error) {
    alarm(`${error.message}; the copy was saved as plain text.`);
    return plain();
  }
}

function tabs(chosen) {
  for (const name of ["findings", "names", "sources"]) {
    $(`tab-${name}`).setAttribute("aria-selected", String(name === chosen));
    $(`tab-${name}`).tabIndex = name === chosen ? 0 : -1;
    $(`panel-${name}`).hidden = name !== chosen;
  }
  $(`tab-${chosen}`).focus();
  if (chosen !== "findings") roll();
}

async function begin() {
  dress({ open, save: saved, tabs });
  $("copy").addEventListener("input", written);
  $("copy").addEventListener("click", pointed);
  $("copy").addEventListener("keyup", (event) => /Arrow|Home|End|Page/.test(event.key) && !event.altKey && pointed());
  document.addEventListener("keydown", keys);
  for (const id of ["profile", "date", "format"]) $(id).addEventListener("change", () => soon(0));
  $("order").addEventListener("change", show);
  $("fix-safe").addEventListener("click", fixSafe);
  $("example").addEventListener("click", example);
  $("undo").addEventListener("click", () => story.undo());
  $("redo").addEventListener("click", () => story.redo());
  new ResizeObserver(join).observe($("page"));
  document.addEventListener("selectionchange", shade);
  $("copy").addEventListener("selectionchange", shade);
  const before = JSON.parse(sessionStorage.getItem("story") ?? "null");
  if (before?.text) {
    title = before.title;
    $("format").value = before.format;
    $("copy").value = before.text;
    written();
  }
  const known = await service.rules();
  list.explain(known.rules);
  for (const name of known.profiles) $("profile").append(new Option(name, name, false, name === known.profile));
  if (now) list.look(now);
}

begin();
