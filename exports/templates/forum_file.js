"use strict";
{
  const slides = [...document.querySelectorAll(".slide")];
  const button = (id) => document.getElementById(id);
  let at = 0;

  // "focus" takes a screen reader to the new heading; it stays where it is when the page opens.
  const show = (number, focus) => {
    at = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, i) => { slide.hidden = i !== at; });
    button("place").textContent = `${at + 1} of ${slides.length}`;
    button("first").setAttribute("aria-disabled", at === 0);
    button("previous").setAttribute("aria-disabled", at === 0);
    button("next").setAttribute("aria-disabled", at === slides.length - 1);
    history.replaceState(null, "", `#${slides[at].id}`);
    window.scrollTo(0, 0);
    if (focus) slides[at].querySelector("h1").focus({ preventScroll: true });
  };

  const keys = {
    ArrowRight: () => at + 1, PageDown: () => at + 1, " ": () => at + 1,
    ArrowLeft: () => at - 1, PageUp: () => at - 1,
    Home: () => 0, End: () => slides.length - 1,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in keys)) return;
    // Space on a button presses that button.
    if (event.key === " " && event.target.closest("button")) return;
    event.preventDefault();
    show(keys[event.key](), true);
  });
  button("first").addEventListener("click", () => show(0));
  button("previous").addEventListener("click", () => show(at - 1));
  button("next").addEventListener("click", () => show(at + 1));

  document.documentElement.classList.add("js");
  document.querySelector("nav").hidden = false;
  show(slides.findIndex((slide) => `#${slide.id}` === location.hash));
}
