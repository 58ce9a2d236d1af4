// The story as it is written: its text, changes that can be undone, and what becomes of places when it changes.

/** Where two texts part, and where they meet again: the stretch of the old one, and how much longer the new one is. */
export function change(old, now) {
  const least = Math.min(old.length, now.length);
  let start = 0, tail = 0;
  while (start < least && old[start] === now[start]) start += 1;
  while (tail < least - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { start, end: old.length - tail, more: now.length - old.length };
}

/** What findings become when the text changes; those that the change touches are gone until the next check. */
export function moved(findings, { start, end, more }) {
  const untouched = (mark) => mark.end < start || mark.start > end || (mark.start === mark.end && mark.start !== start);
  const shift = (mark) => (mark.start >= end && mark.start !== undefined ? { ...mark, start: mark.start + more, end: mark.end + more } : mark);
  return findings.filter(untouched).map((finding) => ({
    ...shift(finding),
    evidence: finding.evidence.filter((each) => each.start === undefined || untouched(each)).map(shift),
  }));
}

export class Story {
  #area;

  constructor(area) {
    this.#area = area;
  }

  get text() {
    return this.#area.value;
  }

  /** Put another story in the place of this one, as one step that can be undone. */
  open(text) {
    this.write(0, this.text.length, text);
    this.#area.setSelectionRange(0, 0);
  }

  /** Write over a stretch, as one step that can be undone. */
  write(start, end, text) {
    const area = this.#area;
    this.#quietly(() => {
      area.setSelectionRange(start, end);
      const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
      if (!done || area.value.slice(start, start + text.length) !== text) {
        area.setRangeText(text, start, end, "end");
        area.dispatchEvent(new Event("input"));
      }
    });
  }

  undo() {
    this.#quietly(() => document.execCommand("undo"));
  }

  redo() {
    this.#quietly(() => document.execCommand("redo"));
  }

  select(start, end) {
    this.#area.setSelectionRange(start, end);
  }

  get caret() {
    return this.#area.selectionStart;
  }

  /** Do something that the browser does only where one writes, without calling up the keyboard of a phone. */
  #quietly(act) {
    const before = document.activeElement;
    const touch = matchMedia("(pointer: coarse)").matches && before !== this.#area;
    if (touch) this.#area.inputMode = "none";
    this.#area.focus({ preventScroll: true });
    act();
    if (touch) {
      this.#area.blur();
      this.#area.inputMode = "";
    }
  }
}
