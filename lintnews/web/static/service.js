// What to check in, what the service answers out; a newer question of one kind gives up the older.

const asking = new Map();

/** Raised where the service refuses; its message is for the reader. */
export class Refusal extends Error {
  constructor(words, status) {
    super(words);
    this.busy = status === 503;
  }
}

async function token() {
  const door = document.getElementById("door");
  const field = document.getElementById("token");
  field.value = "";
  door.showModal();
  await new Promise((done) => door.addEventListener("close", done, { once: true }));
  sessionStorage.setItem("token", field.value);
}

async function ask(path, options, kind) {
  asking.get(kind)?.abort();
  const control = new AbortController();
  asking.set(kind, control);
  for (;;) {
    const known = sessionStorage.getItem("token");
    const headers = { ...options.headers, ...(known ? { Authorization: `Bearer ${known}` } : {}) };
    const answer = await fetch(path, { ...options, headers, signal: control.signal });
    if (answer.status === 401) {
      await token();
      continue;
    }
    if (answer.status === 413) throw new Refusal("This is longer than the service takes; lintnews serve --max-size lets it take more.");
    if (!answer.ok) throw new Refusal((await told(answer)) || `The service answered ${answer.status}.`, answer.status);
    return answer.json();
  }
}

async function told(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text).error;
  } catch {
    return text;
  }
}

const post = (path, values) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(values) }, path);

export const rules = () => ask("/v1/rules", {}, "rules");

/** The findings of a story, their places counted as this language counts. */
export async function check(story) {
  const units = unitsOf(story.text);
  const found = await post("/v1/check", story);
  return found.map((finding, id) => ({
    ...finding,
    id,
    start: units(finding.start),
    end: units(finding.end),
    evidence: finding.evidence.map((each) => (each.start === undefined ? each : { ...each, start: units(each.start), end: units(each.end) })),
  }));
}

/** The names of a story, their places counted as this language counts. */
export async function names(story) {
  const units = unitsOf(story.text);
  const roll = await post("/v1/names", story);
  return { ...roll, names: roll.names.map((each) => ({ ...each, start: units(each.start), end: units(each.end) })) };
}

/** The copy in a word processor's file. */
export const read = (file) => ask(`/v1/read?${new URLSearchParams({ name: file.name })}`, { method: "POST", body: file }, "read");

/** The file with its copy changed, in base64 as it is sent. */
export const rewrite = (values) => post("/v1/rewrite", values);

/** Accept a word from now on. */
export const accept = (word) => ask("/v2/words/add", { method: "POST", body: new URLSearchParams({ word }) }, "word");

/** The way from code points to the units of a string. */
function unitsOf(text) {
  const wide = [];
  let points = 0;
  for (const char of text) {
    if (char.length > 1) wide.push(points);
    points += 1;
  }
  if (!wide.length) return (at) => at;
  return (at) => {
    let low = 0, high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wide[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  };
}
