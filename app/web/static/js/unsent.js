// Looks after text that is kept nowhere: <form data-unsent>.
// It asks before you leave the page, and sends nothing while nobody would answer: then the text stays in its field.
// It stores nothing, and it never sends by itself later, as answer.js does: this text is nobody's but the writer's.
const form = document.querySelector("form[data-unsent]");
const OFFLINE = "Geen verbinding. Je tekst staat nog hier. Probeer het straks nog een keer.";
const SIGNED_OUT = "Je bent niet meer ingelogd. Je tekst staat nog hier. Log in op een ander tabblad, en probeer het dan nog een keer.";
let busy = false;
let leaving = false;

function say(text) {
  let line = form.querySelector("[data-unsent-status]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice warn";
    line.setAttribute("role", "status");
    line.dataset.unsentStatus = "";
    form.append(line);
  }
  line.textContent = text;
}

// Asks for this page without a word of what was typed.
async function problem() {
  const here = window.location.href.split("#")[0];
  try {
    const answer = await fetch(here, { method: "HEAD", cache: "no-store", redirect: "manual" });
    return answer.type === "opaqueredirect" ? SIGNED_OUT : "";
  } catch {
    return OFFLINE;
  }
}

async function send(submitter) {
  const reason = await problem();
  busy = false;
  if (reason) {
    say(reason);
    return;
  }
  leaving = true;
  form.requestSubmit(submitter);
}

function hasText() {
  return [...form.elements].some((field) => field.name.startsWith("tekst-") && field.value.trim());
}

if (form) {
  form.addEventListener("submit", (event) => {
    if (leaving) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    send(event.submitter);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && hasText()) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
}
