// A file in, its copy out; and later a word processor's file again, its formatting kept, with the copy as it was corrected.

import * as service from "./service.js";

const ENDINGS = /\.(docx|docm|odt|ott|rtf|epub)$/i;
const MARKED = { md: ".md", markdown: ".md", html: ".html", htm: ".html", xhtml: ".html" };
const LONGEST = 64e6;
let kept = null;

/** The name of a file without its ending, how it is read, and its copy. Throws where it has none. */
export async function opened(file) {
  const format = MARKED[/\.([^.]*)$/.exec(file.name)?.[1].toLowerCase()] ?? ".txt";
  const title = file.name.replace(/\.[^.]*$/, "").slice(0, 200) || "story";
  if (file.size > LONGEST) throw new Error(`${file.name} is too long to be a story.`);
  const made = ENDINGS.test(file.name) ? await service.read(file) : { text: decoded(file.name, await file.arrayBuffer()) };
  kept = ENDINGS.test(file.name) ? { file, text: made.text } : null;
  return { title, format, text: made.text.replace(/\r\n?/g, "\n") };
}

/** Bytes as text: UTF-8, UTF-16 where they say so, or else as older programs write. Throws where they are none. */
function decoded(name, bytes) {
  const mark = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength)).join();
  const wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[mark];
  const text = wide ? new TextDecoder(wide).decode(bytes) : narrow(bytes);
  if (/[\0-\x08\x0e-\x1a]/.test(text) || text.startsWith("%PDF-"))
    throw new Error(`${name} is no text. Open plain text, Markdown, HTML, or a Word (.docx), LibreOffice, RTF or EPUB file.`);
  return text;
}

function narrow(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The file to be saved for a text: null where none was opened. Throws where more was changed than words. */
export async function saved(text) {
  if (!kept) return null;
  const { file } = kept;
  if (text === kept.text) return { name: file.name, data: file };
  const made = await service.rewrite({ name: file.name, file: await base64(file), text });
  return { name: made.name, data: new Blob([Uint8Array.from(atob(made.file), (char) => char.charCodeAt(0))]) };
}

function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
