// Lights up what belongs together, explains what has the pointer or the focus,
// and copies. It listens on the document, so that it serves articles that come
// later.
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  let lit = [];
  let at = null;

  // A row of a table says what its key stands for.
  const tips = new WeakMap();
  function tipOf(e) {
    const view = e.closest(".view");
    if (!tips.has(view)) {
      tips.set(view, new Map([...view.querySelectorAll("[data-tip]")].map((row) => [row.dataset.key, row.dataset.tip])));
    }
    return tips.get(view).get(e.dataset.key);
  }

  const alike = (e) => [...e.closest(".view").querySelectorAll(`[data-key="${e.dataset.key}"]`)];

  function off() {
    for (const e of lit) e.classList.remove("lit");
    lit = [];
    tip.hidden = true;
    at?.removeAttribute("aria-describedby");
    at = null;
  }

  function on(e) {
    if (e === at) return;
    off();
    at = e;
    lit = alike(e);
    for (const l of lit) l.classList.add("lit");
    const said = [];
    for (let t = e; t && !t.matches(".view"); t = t.parentElement) if (t.dataset.key) said.push(tipOf(t));
    tip.textContent = said.filter(Boolean).join("\n");
    if (!tip.textContent) return;
    e.setAttribute("aria-describedby", "tip");
    place();
  }

  // The explanation stands below what it explains, or above it where there is
  // no room.
  function place() {
    if (!at?.hasAttribute("aria-describedby")) return;
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    tip.hidden = box.bottom < 0 || box.top > innerHeight;
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = `${below ? box.bottom + 8 : Math.max(4, box.top - 8 - tip.offsetHeight)}px`;
    tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  }

  // A timeline that is wider than the page opens at the day of publication.
  function settle() {
    for (const e of document.querySelectorAll(".scroll[data-now]")) {
      e.scrollLeft = e.dataset.now / 1000 * e.scrollWidth - e.clientWidth / 2;
      delete e.dataset.now;
    }
  }
  document.addEventListener("shown", settle);
  settle();

  const marked = (event) => event.target.closest?.(".view [data-key]");
  // Not pointerover, which comes too when the text scrolls under the pointer
  // because the focus went elsewhere.
  for (const name of ["pointermove", "focusin"]) {
    document.addEventListener(name, (event) => { const e = marked(event); if (e) on(e); else off(); });
  }
  document.addEventListener("scroll", place, { passive: true, capture: true });

  // What is clicked is shown where else it stands: a change on the other side,
  // a row of a table in the text.
  document.addEventListener("click", (event) => {
    const e = marked(event);
    if (!e) return;
    const side = e.closest(".after") ? ".before" : ".after";
    alike(e).find((a) => a.closest(side))?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });

  // The arrows go to the next and the last mention of the same thing.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") off();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const e = step && marked(event);
    if (!e) return;
    const all = alike(e).filter((a) => a.tabIndex === 0);
    all[(all.indexOf(e) + step + all.length) % all.length].focus();
    event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    const what = event.target.dataset.show;
    if (what) event.target.closest(".view").classList.toggle(`hide-${what}`, !event.target.checked);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = button.closest(".view").querySelector(button.dataset.copy);
    const name = button.textContent;
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = "Copied";
    } catch {
      const details = source.closest("details");
      if (details) details.open = true;
      getSelection().selectAllChildren(source);
      button.textContent = "Selected: press Ctrl+C";
    }
    setTimeout(() => { button.textContent = name; }, 2000);
  });
})();
