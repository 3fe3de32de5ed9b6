// Practising a report: <form data-report>.
//
// What is typed is kept nowhere, so leaving the page is losing it.  Therefore the next step comes into the page
// without leaving it; Back and Forward show the steps of before, with the newest texts; without network the text
// stays in its field; and whoever does leave is asked.  All of that lives in the memory of this page: nothing is
// put in a storage of the browser or in its history, and nothing is ever sent by itself, as answer.js does.
const OFFLINE = "Geen verbinding. Je tekst staat nog hier. Probeer het straks nog een keer.";
const SIGNED_OUT =
  "Je bent niet meer ingelogd. Je tekst staat nog hier. Log in op een ander tabblad, en probeer het dan nog een keer.";
const PATIENCE = 20000; // milliseconds
const pages = [{ main: document.querySelector("main"), title: document.title }];
const texts = new Map();
const tools = document.querySelector("main [data-tools]")?.firstElementChild;
let here = 0;
let busy = false;

function fields(main) {
  return main.querySelectorAll('[name^="tekst-"]');
}

function remember() {
  for (const field of fields(pages[here].main)) texts.set(field.name, field.value);
}

function recall() {
  for (const field of fields(pages[here].main)) {
    if (texts.has(field.name)) field.value = texts.get(field.name);
  }
}

function say(form, text) {
  let line = form.querySelector("[data-report-status]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice warn";
    line.setAttribute("role", "status");
    line.dataset.reportStatus = "";
    form.append(line);
  }
  line.textContent = text;
}

function show(number) {
  here = number;
  const { main, title } = pages[here];
  if (tools) main.querySelector("[data-tools]")?.replaceChildren(tools); // they know what this browser can do
  document.querySelector("main").replaceWith(main);
  document.title = title;
}

// A page that came in: behind the one where we are, in place of what was ahead.
function open(answer) {
  pages.length = here + 1;
  pages.push({ main: document.adoptNode(answer.querySelector("main")), title: answer.title });
  show(here + 1);
  window.history.pushState({ page: here }, "");
  window.scrollTo(0, 0);
  const { main } = pages[here];
  const first = main.querySelector("[autofocus]") ?? main.querySelector("h1");
  first.tabIndex = -1;
  first.focus();
}

// The browser itself makes a document of the answer: no text of ours is read as HTML.
function post(form, submitter) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.onload = () => resolve(request);
    request.onerror = () => resolve(null);
    request.ontimeout = () => resolve(null);
    request.send(body);
  });
}

// Whoever signed in anew has a new key, and a page for a form with an old one holds it.
function newKey(request) {
  return request?.status === 400 && request.response?.querySelector('main [name="csrf_token"]')?.value;
}

async function send(form, submitter) {
  remember();
  let request = await post(form, submitter);
  const key = newKey(request);
  if (key) {
    form.elements.csrf_token.value = key;
    request = await post(form, submitter);
  }
  busy = false;
  if (!request?.response) say(form, OFFLINE);
  else if (request.responseURL !== form.action) say(form, SIGNED_OUT);
  else open(request.response);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-report]")) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  send(event.target, event.submitter);
});

window.history.replaceState({ page: 0 }, "");
window.addEventListener("popstate", (event) => {
  if (!pages[event.state?.page]) {
    window.history.replaceState({ page: here }, ""); // a link to a field of this page, or a page before a reload
    return;
  }
  remember();
  show(event.state.page);
  recall();
});

window.addEventListener("beforeunload", (event) => {
  const typing = pages[here].main.querySelector("[data-report] textarea");
  if (typing && [...fields(pages[here].main)].some((field) => field.value.trim())) event.preventDefault();
});
