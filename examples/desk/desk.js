// Sends the form without leaving the page, takes files that are dropped, and keeps
// the date and country of one article from dating the next.
(() => {
  const form = document.getElementById("form");
  const text = document.getElementById("text");
  const result = document.getElementById("result");
  const { file, published, country } = form.elements;
  const limit = Number(form.dataset.limit);
  let running = null;

  function say(sentence) {
    const p = document.createElement("p");
    p.className = "error note";
    p.setAttribute("role", "alert");
    p.textContent = sentence;
    result.replaceChildren(p);
  }

  // What is under way shows how long, and how to stop it, once that matters.
  function working(mine, size) {
    const began = Date.now();
    const line = document.createElement("p");
    line.className = "working";
    const bar = document.createElement("progress");
    const said = document.createElement("span");
    const stop = document.createElement("button");
    stop.type = "button";
    stop.textContent = "Stop";
    stop.addEventListener("click", () => mine.abort("stopped"));
    bar.setAttribute("aria-label", "Reading");
    line.append(bar, said, stop);
    const tick = () => {
      said.textContent = `Reading ${Math.ceil(size / 1024).toLocaleString("en")} KB: ${Math.round((Date.now() - began) / 1000)} s`;
      if (!line.isConnected) result.before(line);
    };
    const wait = setTimeout(tick, 400);
    const every = setInterval(() => { if (line.isConnected) tick(); }, 1000);
    return () => { clearTimeout(wait); clearInterval(every); line.remove(); };
  }

  async function send() {
    running?.abort();
    const upload = file.files[0];
    const size = upload?.size ?? new Blob([text.value]).size;
    if (size > limit) {
      file.value = "";
      return say(`The ${upload ? "file" : "article"} is larger than ${limit.toLocaleString("en")} bytes, the most that this desk takes; the flag -limit allows more.`);
    }
    const mine = running = new AbortController();
    const done = working(mine, size);
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== running) return;
      const shown = page.getElementById("result");
      if (shown) result.replaceChildren(...shown.childNodes);
      else say(`The desk answers ${answer.status}: ${page.body.textContent.trim()}`);
      if (upload && answer.ok) text.value = page.getElementById("text").value;
      document.dispatchEvent(new Event("shown"));
    } catch (error) {
      if (mine !== running) return;
      say(mine.signal.aborted ? "Stopped; the article is as it was." : `The desk does not answer: ${error.message}`);
    } finally {
      done();
      if (mine === running) {
        file.value = "";
        result.removeAttribute("aria-busy");
      }
    }
  }

  // The sample's date and country are not those of what takes its place.
  let sample = "sample" in form.dataset;
  function another() {
    if (!sample) return;
    sample = false;
    for (const field of [published, country]) if (field.value === field.defaultValue) field.value = "";
  }
  text.addEventListener("paste", () => {
    const all = text.selectionEnd - text.selectionStart >= text.value.trim().length;
    if (all) another();
  });
  text.addEventListener("input", () => { if (!text.value.trim() || !text.value.includes(text.defaultValue.slice(0, 40))) another(); });

  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  file.addEventListener("change", () => { if (file.value) { another(); send(); } });
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
    another();
    send();
  });
  if (text.value) send();
})();
