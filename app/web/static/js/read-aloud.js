// Reads the text of [data-speech] aloud, sentence by sentence, where the browser has a Dutch voice.
const synth = window.speechSynthesis;
const buttons = [...document.querySelectorAll("[data-read-aloud]")];
let queue = [];
let run = 0;

function dutchVoice() {
  const dutch = synth.getVoices().filter((voice) => /^nl(?![a-z])/i.test(voice.lang));
  const here = dutch.filter((voice) => voice.localService);
  const pool = here.length ? here : dutch;
  return pool.find((voice) => /^nl.NL$/i.test(voice.lang)) ?? pool[0];
}

function sentences() {
  const texts = [...document.querySelectorAll("[data-speech]")].map((node) => node.dataset.speech || node.innerText);
  const lines = texts.join("\n").replace(/([.!?…]["”’]?)\s+/g, "$1\n").split("\n");
  return lines.map((line) => line.trim()).filter(Boolean);
}

function label(reading) {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(reading));
    button.querySelector("span").textContent = reading ? "Stop met voorlezen" : "Lees voor";
  }
}

function speakNext(mine) {
  if (mine !== run) return;
  const text = queue.shift();
  if (!text) {
    label(false);
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = dutchVoice();
  utterance.lang = "nl-NL";
  utterance.rate = 0.95;
  utterance.onend = () => speakNext(mine);
  utterance.onerror = () => mine === run && stop();
  synth.speak(utterance);
}

function stop() {
  run += 1;
  queue = [];
  synth.cancel();
  label(false);
}

function toggle(event) {
  if (event.currentTarget.getAttribute("aria-pressed") === "true") {
    stop();
    return;
  }
  stop();
  queue = sentences();
  label(true);
  speakNext(run);
}

function reveal() {
  for (const button of buttons) button.hidden = !dutchVoice();
}

if (synth && buttons.length) {
  reveal();
  synth.addEventListener?.("voiceschanged", reveal);
  window.addEventListener("pagehide", stop);
  for (const button of buttons) button.addEventListener("click", toggle);
}
