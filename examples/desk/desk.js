// Sends the form without leaving the page, and takes files that are dropped.
(() => {
  const form = document.getElementById("form");
  const text = document.getElementById("text");
  const file = form.elements.file;
  let running = null;

  async function send() {
    running?.abort();
    const mine = running = new AbortController();
    const result = document.getElementById("result");
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== running) return;
      result.replaceChildren(...page.getElementById("result").childNodes);
      if (file.value) {
        text.value = page.getElementById("text").value;
        file.value = "";
      }
    } catch (error) {
      if (error.name === "AbortError") return;
      const p = document.createElement("p");
      p.className = "error";
      p.setAttribute("role", "alert");
      p.textContent = `The desk does not answer: ${error.message}`;
      result.replaceChildren(p);
    }
    result.removeAttribute("aria-busy");
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  file.addEventListener("change", () => { if (file.value) send(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const dropping = (on) => document.body.classList.toggle("drop", on);
  const files = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => { if (files(event)) { event.preventDefault(); dropping(true); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) dropping(false); });
  document.addEventListener("drop", (event) => {
    dropping(false);
    if (!files(event)) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    send();
  });
  if (text.value) send();
})();
