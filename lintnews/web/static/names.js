// The roll of a story in, the list of its names out, each with what it was checked against.

import { count, el, source } from "./made.js";

const SORTS = { person: "People", body: "Bodies", place: "Places", post: "Posts", name: "Other names" };
const HOW = { fact: "a dated fact", listed: "a list of names", story: "the rest of the story", unknown: "nothing" };

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
    el("small", {}, `${count(entry.count, "time")}, checked against ${HOW[entry.how]}`),
    said.length ? el("ul", { class: "said" }, ...said) : null,
  );
}
