// What stands around the story: files opened, dropped and saved; tabs, help, light and dark.

const $ = (id) => document.getElementById(id);

/** `does`: open(file), save() gives name and data, tabs(name). */
export function dress(does) {
  files(does);
  theme();
  $("keys").addEventListener("click", () => $("help").showModal());
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.addEventListener("click", () => does.tabs(tab.id.slice(4)));
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    const at = tabs.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    does.tabs(tabs.at(to % tabs.length).id.slice(4));
  });
  $("sheet").addEventListener("click", (event) => event.target === $("sheet") && $("copy").focus());
}

function files({ open, save }) {
  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => {
    open(event.target.files[0]);
    event.target.value = "";
  });
  $("save").addEventListener("click", async () => {
    const { name, data } = await save();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(data);
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
