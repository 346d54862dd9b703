// What moves beside htmx. Every page does its work without it.

// One menu open at a time; a click elsewhere or Escape closes it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  // Ctrl+Enter sends the form of the text one is writing.
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
    event.target.form?.requestSubmit();
  }
});

// A form is sent once: a second click while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post], [hx-put], [hx-delete]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// What the server could not do is said aloud, instead of nothing happening.
const trouble = () => document.getElementById("trouble");
for (const [event, text] of [["htmx:responseError", "refused"], ["htmx:sendError", "unreachable"], ["htmx:timeout", "unreachable"]]) {
  document.addEventListener(event, () => {
    const box = trouble();
    if (box) {
      box.textContent = box.dataset[text];
      box.hidden = false;
    }
  });
}
document.addEventListener("htmx:afterOnLoad", () => {
  const box = trouble();
  if (box) box.hidden = true;
});

// A file that would be refused is said before it has travelled.
const LARGEST_FILE = 20 * 2 ** 20;
const LARGEST_FORM = 50 * 2 ** 20;
document.addEventListener("change", (event) => {
  const input = event.target;
  const texts = document.getElementById("trouble")?.dataset;
  if (!texts || !input.matches("input[type=file]")) return;
  const sizes = [...input.files].map((file) => file.size);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  input.setCustomValidity(
    sizes.some((size) => size > LARGEST_FILE) ? texts.fileTooLarge : all > LARGEST_FORM ? texts.filesTooLarge : "",
  );
  input.reportValidity();
});
