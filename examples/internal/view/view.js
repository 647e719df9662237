// Lights up what belongs together, explains what has the pointer or the focus,
// and copies records. It listens on the document, so that it serves articles
// that come later.
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  let lit = [];
  let at = null;

  function off() {
    for (const e of lit) e.classList.remove("lit");
    lit = [];
    tip.hidden = true;
    if (at) at.removeAttribute("aria-describedby");
    at = null;
  }

  function on(e) {
    if (e === at) return;
    off();
    at = e;
    const view = e.closest(".view");
    lit = [...view.querySelectorAll(`[data-key="${e.dataset.key}"]`)];
    for (const l of lit) l.classList.add("lit");
    const tips = [];
    for (let t = e; t && t !== view; t = t.parentElement) if (t.dataset.tip) tips.push(t.dataset.tip);
    if (!tips.length) return;
    tip.textContent = tips.join("; ");
    tip.hidden = false;
    e.setAttribute("aria-describedby", "tip");
    const box = e.getBoundingClientRect();
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = `${below ? box.bottom + 8 : Math.max(4, box.top - 8 - tip.offsetHeight)}px`;
    tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  }

  const marked = (event) => event.target.closest?.(".view [data-key]");
  document.addEventListener("pointerover", (event) => { const e = marked(event); if (e) on(e); else off(); });
  document.addEventListener("focusin", (event) => { const e = marked(event); if (e) on(e); else off(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") off(); });
  document.addEventListener("scroll", () => { tip.hidden = true; }, { passive: true });

  document.addEventListener("change", (event) => {
    const what = event.target.dataset.show;
    if (what) event.target.closest(".view").classList.toggle(`hide-${what}`, !event.target.checked);
  });

  document.addEventListener("click", async (event) => {
    if (!event.target.matches(".copy")) return;
    const text = event.target.parentElement.querySelector("pre").textContent;
    try {
      await navigator.clipboard.writeText(text);
      event.target.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(event.target.parentElement.querySelector("pre"));
      event.target.textContent = "Selected: press Ctrl+C";
    }
  });
})();
