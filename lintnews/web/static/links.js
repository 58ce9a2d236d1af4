// What is looked at and its other sides in, a line beside the copy from the one to each of the others out.

const APART = 8;

export function link(from, others) {
  const page = document.getElementById("page").getBoundingClientRect();
  const middle = (element) => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return (box.top + box.bottom) / 2 - page.top;
  };
  const ends = from ? [...others].map((other) => [middle(from), middle(other)].sort((a, b) => a - b)) : [];
  const lines = ends.filter(([top, bottom]) => bottom - top > APART).map(([top, bottom]) => {
    const line = document.createElement("div");
    line.style.setProperty("top", `${top}px`);
    line.style.setProperty("height", `${bottom - top}px`);
    return line;
  });
  document.getElementById("links").replaceChildren(...lines);
}
