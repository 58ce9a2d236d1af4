// A tag, what it has and what is in it in; the element out.

export function el(tag, has = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(has)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false && value !== "") element.setAttribute(name, value);
  }
  element.append(...inside.filter((each) => each !== null && each !== undefined && each !== ""));
  return element;
}

/** Words with the addresses in them as links, shown short. */
export function source(words) {
  return words.split(/(https?:\/\/(?:[^\s,;()]|\([^\s()]*\))+)/).map((part, i) =>
    i % 2 ? el("a", { href: part, rel: "noreferrer noopener", target: "_blank", title: part }, short(part)) : part,
  );
}

function short(address) {
  const bare = address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return bare.length > 44 ? `${bare.slice(0, 43)}…` : bare;
}

export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
