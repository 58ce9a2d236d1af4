// The roll of a story in, the list of its names out, each with what it was checked against.

import { el, source } from "./made.js";

const SORTS = { person: "People", body: "Bodies", place: "Places", post: "Posts", name: "Other names" };
const HOW = {
  fact: "held against a dated fact",
  listed: "on a list of names",
  story: "held against the rest of the story",
  unknown: "nothing to hold it against",
};

export function show(box, roll, jump) {
  const parts = Object.entries(SORTS).map(([sort, title]) => {
    const some = roll.names.filter((entry) => entry.sort === sort).sort((a, b) => b.doubtful - a.doubtful);
    return some.length ? el("section", {}, el("h2", {}, title), el("ul", {}, ...some.map((entry) => item(entry, jump)))) : null;
  });
  box.replaceChildren(...parts.filter(Boolean));
}

function item(entry, jump) {
  const said = entry.said.map((line) =>
    el("li", { class: line.alarm && "alarm" }, line.words, line.source ? el("cite", {}, ...source(line.source)) : null),
  );
  return el(
    "li",
    { class: "name" },
    el("button", { type: "button", onclick: () => jump(entry.start, entry.end) }, entry.name),
    el("small", {}, entry.count > 1 ? `${entry.count} times, ${HOW[entry.how]}` : HOW[entry.how]),
    said.length ? el("ul", { class: "said" }, ...said) : null,
  );
}
