// A word processor's file in, its copy out; and later the file again, its formatting kept, with the copy as it was corrected.

import * as service from "./service.js";

const ENDINGS = /\.(docx|docm|odt|ott|rtf|epub)$/i;
let kept = null;

/** The copy of such a file; null for any other, which is text itself. */
export async function opened(file) {
  kept = null;
  if (!ENDINGS.test(file.name)) return null;
  const { text } = await service.read(file);
  kept = { file, text };
  return text;
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
