// The matrix by keyboard and with a cell opened. Every cell that can be opened is a link, and that alone would do.

const links = () => document.querySelectorAll(".matrix a");

// A cell of the matrix that is opened stays in sight beside its panel; closed again, it has the focus back.
let openedCell = null;
document.addEventListener("click", (event) => {
  const cell = event.target.closest(".matrix td a");
  if (cell) openedCell = cell.getAttribute("href");
});
document.addEventListener("htmx:afterSettle", () => {
  const current = document.querySelector(".matrix td a[aria-current]");
  if (current) {
    if (matchMedia("(min-width: 75rem)").matches) current.scrollIntoView({ block: "center", inline: "center" });
  } else if (openedCell && document.querySelector(".matrix")) {
    document.querySelector(`.matrix td a[href="${CSS.escape(openedCell)}"]`)?.focus();
    openedCell = null;
  }
});

// One stop of the Tab key for all links of the table: arrows lead from one to the next there is.
function oneStop(stop) {
  for (const link of links()) link.tabIndex = link === stop ? 0 : -1;
}

function prepare() {
  const first = document.querySelector(".matrix td a[aria-current]") ?? document.querySelector(".matrix td a");
  if (!first) return;
  oneStop(first);
  for (const hint of document.querySelectorAll("[data-arrows]")) hint.hidden = false;
}

function beside(link, down, right) {
  const rows = link.closest("table").rows;
  let row = link.closest("tr").rowIndex;
  let column = link.closest("th, td").cellIndex;
  for (;;) {
    row += down;
    column += right;
    const cell = rows[row]?.cells[column];
    if (!cell) return null;
    const next = cell.querySelector("a");
    if (next) return next;
  }
}

document.addEventListener("keydown", (event) => {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const step = steps[event.key];
  if (!step || !event.target.matches(".matrix a") || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  beside(event.target, ...step)?.focus();
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches(".matrix a")) oneStop(event.target);
});
document.addEventListener("htmx:afterSettle", prepare);
prepare();
