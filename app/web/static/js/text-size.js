// Somebody's own letter size, kept on this device.  Runs before the first paint, so nothing jumps.
const KEY = "pluis-text";
const SIZES = ["", "groot", "groter"];

function stored() {
  try {
    const size = localStorage.getItem(KEY) ?? "";
    return SIZES.includes(size) ? size : "";
  } catch {
    return "";
  }
}

function show(size) {
  if (size) document.documentElement.dataset.text = size;
  else delete document.documentElement.dataset.text;
  for (const button of document.querySelectorAll("[data-text-size] [data-size]")) {
    button.setAttribute("aria-pressed", String(button.dataset.size === size));
  }
}

function choose(event) {
  const button = event.target.closest("[data-size]");
  if (!button) return;
  show(button.dataset.size);
  try {
    localStorage.setItem(KEY, button.dataset.size);
  } catch {
    // No storage in a private window: the size holds for this page.
  }
}

function start() {
  show(stored());
  for (const group of document.querySelectorAll("[data-text-size]")) {
    group.hidden = false;
    group.addEventListener("click", choose);
  }
}

show(stored());
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
