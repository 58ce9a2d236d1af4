// What stands around the story: files opened, dropped and saved; tabs, help, light and dark.

const $ = (id) => document.getElementById(id);

/** `does`: open(file), save() gives name and text, tabs(name). */
export function dress(does) {
  files(does);
  theme();
  $("keys").addEventListener("click", () => $("help").showModal());
  $("tab-findings").addEventListener("click", () => does.tabs("findings"));
  $("tab-names").addEventListener("click", () => does.tabs("names"));
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") does.tabs(event.target.id === "tab-names" ? "findings" : "names");
  });
  $("sheet").addEventListener("click", (event) => event.target === $("sheet") && $("copy").focus());
}

function files({ open, save }) {
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => {
    open(event.target.files[0]);
    event.target.value = "";
  });
  $("save").addEventListener("click", () => {
    const { name, text } = save();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  const over = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    document.body.classList.add("drop");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("drop"));
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("drop");
    if (!over(event)) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });
}

/** As the system has it, unless one has chosen. */
function theme() {
  const root = document.documentElement;
  const chosen = localStorage.getItem("theme");
  if (chosen) root.dataset.theme = chosen;
  $("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}
