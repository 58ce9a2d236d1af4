// A text and the marks on it in, the layer under the story out: a line an element, only changed lines are made anew.

const GRAVITY = { error: 3, warning: 2, suggestion: 1 };

export class Marks {
  #under;
  #lines = [];

  constructor(under) {
    this.#under = under;
  }

  /** Show these findings; `now` is the one that is looked at, with the places that it speaks of. */
  draw(text, findings, now) {
    const marks = findings.map((finding) => ({ ...finding, sort: finding.severity, now: finding === now }));
    for (const other of now?.evidence ?? []) if (other.start !== undefined) marks.push({ ...other, sort: "other", now: false, id: "" });
    this.#put(laid(text, marks));
  }

  /** The first element of a finding, or of the other side of the one that is looked at. */
  of(finding) {
    return this.#under.querySelector(`[data-id="${finding.id}"]`);
  }

  /** The elements of the other sides. */
  others() {
    return this.#under.querySelectorAll(".other");
  }

  #put(lines) {
    const old = this.#lines;
    const same = (a, b) => a.key === b.key;
    let head = 0, tail = 0;
    while (head < old.length && head < lines.length && same(old[head], lines[head])) head += 1;
    while (tail < old.length - head && tail < lines.length - head && same(old.at(-1 - tail), lines.at(-1 - tail))) tail += 1;
    for (const line of old.slice(head, old.length - tail)) line.element.remove();
    const before = tail ? old[old.length - tail].element : null;
    lines.forEach((line, i) => {
      if (i < head) line.element = old[i].element;
      else if (i >= lines.length - tail) line.element = old[old.length - lines.length + i].element;
      else this.#under.insertBefore((line.element = made(line)), before);
    });
    this.#lines = lines;
  }
}

/** The lines of a text, each with its runs. */
function laid(text, marks) {
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0, next = 0, open = [];
  return text.split("\n").map((words) => {
    const end = at + words.length;
    while (next < marks.length && marks[next].start <= end) open.push(marks[next++]);
    const runs = open.length ? runsOf(words, at, open) : [{ text: words, sort: "" }];
    open = open.filter((mark) => mark.end > end + 1);
    at = end + 1;
    return { runs, key: runs.map((run) => `${run.sort}${run.now ?? ""}${run.id ?? ""}\u0001${run.text}`).join("\u0002") };
  });
}

function runsOf(words, at, marks) {
  const cuts = new Set([0, words.length]);
  for (const mark of marks) for (const cut of [mark.start - at, mark.end - at]) if (cut > 0 && cut < words.length) cuts.add(cut);
  const edges = [...cuts].sort((a, b) => a - b);
  const runs = [];
  const gaps = marks.filter((mark) => mark.start === mark.end);
  const gap = (edge) => runs.push(...gaps.filter((mark) => mark.start - at === edge).map((mark) => ({ ...named(mark), text: "", gap: true })));
  edges.forEach((edge, i) => {
    gap(edge);
    const end = edges[i + 1];
    if (end === undefined) return;
    const over = marks.filter((mark) => mark.start < mark.end && mark.start - at <= edge && mark.end - at >= end);
    const gravest = over.reduce((best, mark) => (!best || rank(mark) > rank(best) ? mark : best), null);
    const ends = gravest && gravest.end - at === end;
    runs.push({ ...(gravest ? named(gravest) : { sort: "" }), ends, text: words.slice(edge, end), other: over.some((mark) => mark.sort === "other") });
  });
  return runs;
}

const rank = (mark) => (mark.now ? 10 : 0) + (GRAVITY[mark.sort] ?? 0);
const named = (mark) => ({ sort: mark.sort, now: mark.now, id: mark.id });

function made(line) {
  const element = document.createElement("div");
  for (const run of line.runs) {
    if (!run.sort) element.append(run.text);
    else {
      const span = document.createElement("span");
      span.className = [run.sort, run.now && "now", run.gap && "gap", run.other && "other"].filter(Boolean).join(" ");
      if (run.id !== "") span.dataset.id = run.id;
      const shown = (run.ends && run.text.trimEnd()) || run.text; // a line below a blank at the end would hang over
      span.append(shown);
      element.append(span, run.text.slice(shown.length));
    }
  }
  if (!element.textContent) element.append("\n");
  return element;
}
