if (!window.bigScreen) {
  window.bigScreen = true;
  const press = (name) => document.querySelector(`.st-key-${name} button`)?.click();

  // The space bar goes on, but for whoever is at a button or writes: there it does what it always does.
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("button, a, input, textarea, select, [role=radio], [role=combobox]")) return;
    event.preventDefault();
    press("next");
  });

  // Whoever points at the slide holds it still; a mouse left lying on it does not.
  let told = 0;
  let rest = 0;
  const leave = () => {
    clearTimeout(rest);
    if (told) press("not-pointing");
    told = 0;
  };
  document.addEventListener("pointermove", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(".st-key-slide")) return leave();
    clearTimeout(rest);
    rest = setTimeout(leave, 15000);
    if (Date.now() - told > 10000) {
      told = Date.now();
      press("pointing");
    }
  });
  document.documentElement.addEventListener("pointerleave", leave);

  // What others write is here within ten seconds, drawing included. The page runs only for something new.
  setInterval(async () => {
    const line = document.querySelector(".st-key-live .status");
    const seen = line?.dataset.seen;
    if (!seen) return;
    let found;
    try {
      found = (await (await fetch("pulse", { cache: "no-store" })).text()).trim();
    } catch {
      return; // the app is away: Streamlit says so by itself
    }
    if (found !== seen) press("look-again");
    else if (found !== "unreadable")
      line.textContent = line.textContent.replace(/\d\d:\d\d:\d\d/, new Date().toLocaleTimeString("en-GB"));
  }, 8000);
}
