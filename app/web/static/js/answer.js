// Sends <form data-answer> without losing what was filled in when the connection drops.
// The form carries a key of its own, so sending the same answer twice counts once.
// The value of data-answer may be where to look on the page that follows: data-answer="#uitleg".
// A page that wants to stay, like one with a film on it, takes what came back from the event "answered" and cancels that.
const WAITS = [2, 4, 8, 15, 30];

function say(form, text) {
  let line = form.querySelector("[data-answer-status]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice warn";
    line.setAttribute("role", "status");
    line.dataset.answerStatus = "";
    form.append(line);
  }
  line.textContent = text;
}

function pause(seconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    window.addEventListener("online", done);
  });
}

async function post(form, body) {
  for (let tries = 0; ; tries += 1) {
    try {
      const response = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      return { response, html: await response.text() };
    } catch {
      say(form, "Geen verbinding. Je antwoord staat nog hier. We proberen het opnieuw.");
      await pause(WAITS[Math.min(tries, WAITS.length - 1)]);
    }
  }
}

// Whatever is not a plain "go on to there" we leave to the browser itself, with the button that was pressed.
function submitPlainly(form, submitter) {
  if (submitter?.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}

function goTo(url, fragment) {
  const here = window.location.href.split("#")[0] === url;
  if (!here || !fragment) {
    window.location.assign(url + fragment);
    return;
  }
  window.history.scrollRestoration = "manual"; // a reload would stay where the button was: see arrive()
  window.history.replaceState(null, "", fragment);
  window.location.reload();
}

// After such a reload: to what the answer led to.
function arrive() {
  if (window.history.scrollRestoration === "manual") document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
}

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const { response, html } = await post(form, body);
  if (!form.dispatchEvent(new CustomEvent("answered", { bubbles: true, cancelable: true, detail: html }))) return;
  if (!response.redirected) {
    submitPlainly(form, submitter);
    return;
  }
  goTo(response.url, form.dataset.answer);
}

arrive();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-answer]")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  send(form, event.submitter);
});
// Back to a page that the browser kept: it may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-answer]")) delete form.dataset.busy;
});
