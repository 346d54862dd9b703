// Asks the browser for a passkey, puts its answer into the form, and sends that.

async function answer(form) {
  const told = await fetch(form.dataset.passkey, {
    method: "POST",
    body: new URLSearchParams({ _csrf: form.elements.namedItem("_csrf").value }),
  });
  if (!told.ok) throw new Error(`The options came with status ${told.status}`);
  const options = await told.json();
  const credential =
    form.dataset.making === "true"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
}

function explain(form, error) {
  const reasons = { InvalidStateError: "known", SecurityError: "elsewhere" };
  const text = form.querySelector("[role=alert]");
  text.textContent = form.dataset[reasons[error.name] ?? "cancelled"];
  text.hidden = false;
}

// Browsers that can't read the options as JSON don't see the buttons; there is always another way.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(form).then(
        (text) => {
          form.elements.namedItem(form.dataset.field).value = text;
          form.submit();
        },
        (error) => explain(form, error),
      );
    });
  }
}
