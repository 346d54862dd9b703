// Working a queue without the mouse. Every key does what a link, a box or a button on the page does.

const rows = () => [...document.querySelectorAll("[data-row]")];
const at = () => rows().findIndex((row) => row.classList.contains("at"));

function go(step) {
  const all = rows();
  if (all.length === 0) return;
  const next = Math.min(Math.max(at() + step, 0), all.length - 1);
  all.forEach((row, i) => row.classList.toggle("at", i === next));
  all[next].querySelector("a").focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function current() {
  const all = rows();
  return all.find((row) => row.contains(document.activeElement)) ?? all[at()];
}

function take() {
  const row = current();
  const button = document.querySelector("[data-take]");
  if (!row || !button) return false;
  row.querySelector("[name=chosen]").checked = true;
  button.click();
  return true;
}

function press(key) {
  const marked = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!marked) return false;
  if (marked.matches("summary")) {
    marked.parentElement.open = true;
    (marked.parentElement.querySelector("textarea, select, input:not([type=hidden])") ?? marked).focus();
  } else if (marked.matches("input, textarea")) {
    marked.focus();
  } else {
    marked.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  if (document.body.dataset.shortcuts === "off") return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) return;
  // In the Russian layout a key is known by its place.
  const place = { Slash: "/" }[event.code] ?? event.code.replace(/^Key(?=[A-Z]$)/, "").toLowerCase();
  const asks = event.shiftKey && (event.key === "?" || event.code === "Slash");
  const key = asks ? "?" : /^[a-z/]$/.test(event.key) ? event.key : place;
  const moves = { j: 1, k: -1 };
  let done = true;
  if (key in moves && rows().length > 0) go(moves[key]);
  else if (key === "o" && current()) current().querySelector("a").click();
  else if (key === "x" && current()?.querySelector("[name=chosen]")) current().querySelector("[name=chosen]").click();
  else if (key === "a" && take()) { /* done */ }
  else if (key === "u" && document.querySelector(".crumbs a")) document.querySelector(".crumbs a").click();
  else done = press(key);
  if (done) event.preventDefault();
});

// One box for all the boxes of the page; without this script it isn't there.
const chooseAll = document.querySelector("[data-choose-all]");
if (chooseAll) {
  const boxes = [...document.querySelectorAll("[data-row] [name=chosen]")];
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    chooseAll.checked = chosen === boxes.length;
    chooseAll.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  chooseAll.hidden = false;
  chooseAll.addEventListener("change", () => {
    for (const box of boxes) box.checked = chooseAll.checked;
  });
  for (const box of boxes) box.addEventListener("change", show);
  show();
}
