// The roll of a story and its findings in, what it was checked against out: each source with what it bears out, then what nothing does.

import { count, el, source } from "./made.js";

export function show(box, roll, findings, jump) {
  const backed = sources(roll, findings);
  const listed = roll.names.filter((entry) => entry.how === "listed" && !cited(entry));
  const bare = roll.names.filter((entry) => entry.how === "unknown" || entry.how === "story");
  box.replaceChildren(
    ...[
      backed.size ? el("section", {}, el("h2", {}, "Dated facts"), el("ul", {}, ...[...backed].map(([cite, items]) => item(cite, items, jump)))) : null,
      names("A list of names alone", listed, jump),
      names("Nothing; confirm these yourself", bare, jump),
    ].filter(Boolean),
  );
  const firm = roll.names.filter(cited).length;
  return roll.names.length || backed.size
    ? `${count(backed.size, "source")} for ${firm} of ${count(roll.names.length, "name")}; nothing bears out ${bare.length}.`
    : "Nothing in this story can be held against a source.";
}

const cited = (entry) => entry.said.some((line) => line.source);

/** Every source with what it says, and where the story speaks of it. */
function sources(roll, findings) {
  const by = new Map();
  const add = (cite, said) => {
    const items = by.get(cite) ?? by.set(cite, []).get(cite);
    if (!items.some((each) => each.words === said.words && each.name === said.name)) items.push(said);
  };
  for (const entry of roll.names)
    for (const line of entry.said) if (line.source) add(line.source, { ...entry, words: line.words, alarm: line.alarm });
  for (const finding of findings)
    for (const each of finding.evidence) {
      const cite = each.fact ? `${each.fact.source ?? each.source} (as of ${each.fact.as_of})` : each.link;
      if (cite) add(cite, { name: finding.match || `line ${finding.line}`, start: finding.start, end: finding.end, words: each.text, alarm: true });
    }
  return by;
}

function item(cite, items, jump) {
  const said = items.map(({ name, words, alarm, start, end }) =>
    el("li", { class: alarm && "alarm" }, el("button", { type: "button", onclick: () => jump(start, end) }, name), " ", words),
  );
  return el("li", { class: "source" }, el("cite", {}, ...source(cite)), el("ul", { class: "said" }, ...said));
}

function names(title, entries, jump) {
  if (!entries.length) return null;
  const buttons = entries.map((entry) => el("li", {}, el("button", { type: "button", onclick: () => jump(entry.start, entry.end) }, entry.name)));
  return el("section", {}, el("h2", {}, title), el("ul", { class: "row" }, ...buttons));
}
