// A text and its findings in, the sums of them said above the list; or what went wrong.

import { count } from "./made.js";

const $ = (id) => document.getElementById(id);
export const NOTHING = "Nothing to read yet.";
const SEVERITIES = ["error", "warning", "suggestion"];

export function tell(text, findings) {
  const words = text.match(/\S+/g)?.length ?? 0;
  const sums = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
  const found = sums.filter(([, sum]) => sum).map(([severity, sum]) => count(sum, severity));
  note(!words ? NOTHING : `${found.join(", ") || "Nothing found"}.`);
  $("length").textContent = words ? `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}.` : "";
  $("tab-findings").textContent = findings.length ? `Findings ${findings.length}` : "Findings";
  $("legend").hidden = Boolean(words);
  document.querySelector(".order").hidden = findings.length < 2;
}

/** Say what went wrong, on the tab that is open. */
export function alarm(words) {
  const shown = document.querySelector("[role=tabpanel]:not([hidden]) [role=status]");
  note(words, shown);
  shown.classList.add("alarm");
}

/** Those who listen hear it when it is another than before. */
export function note(words, place = $("status")) {
  if (place.textContent !== words) place.textContent = words;
  place.classList.remove("alarm");
}
