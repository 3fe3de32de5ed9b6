// Reloads the preview when an author has saved something.
const main = document.querySelector("main[data-version]");

async function look() {
  try {
    const answer = await fetch("/versie", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== main.dataset.version) location.reload();
  } catch {
    // The command was stopped; it may come back.
  }
}

if (main) setInterval(look, 1000);
