// What stands on top of a plain <video>: captions as text, stops with a question, a voice, and the place where you were.
// All words are on the page already: the transcript holds lines and descriptions, each stop holds its form.
const EARLY = 0.05; // seconds that a stop may come before its time
const TELL_EVERY = 10_000; // milliseconds
const READING_SPEED = 13; // characters a second
const LINGER = 2; // seconds that a line stays for who reads slowly, unless another line or shot comes
const SPEED = "pluis-tempo";

const film = document.querySelector("[data-film]");
const video = film.querySelector("video");
const synth = window.speechSynthesis;
const one = (name) => film.querySelector(`[data-${name}]`);
const all = (name) => [...film.querySelectorAll(`[data-${name}]`)];
const timed = (node) => ({ node, start: Number(node.dataset.start), end: Number(node.dataset.end) });
const at = (stop) => Number(stop.dataset.at);
const last = (things, fits) => things.filter(fits).pop();
const shots = all("shot").map(timed);
const lines = all("line").map(timed);
for (const line of lines) line.until = Math.min(line.end + LINGER, Number(line.node.parentElement.dataset.end));

let before = 0; // where the film was when we last looked
let asking = null; // the stop of which the question is open
let passed = new Set(); // stops that were shown, answered or not
let place = null; // where the film is, and since when
let told = null;

// ---- time

function look() {
  const now = video.currentTime;
  const stop = video.paused ? undefined : all("stop").find((each) => isDue(each, before, now));
  before = now;
  if (place?.seconds !== now) place = { seconds: now, since: Date.now() };
  showLine(now);
  markChapter(now);
  if (stop) halt(stop);
  else if (!video.paused) narrate(now);
}

function isDue(stop, from, to) {
  if ("answered" in stop.dataset || passed.has(stop.id)) return false;
  return at(stop) > from - EARLY && at(stop) <= to + EARLY;
}

let waiting = false;
function keepLooking() {
  if (waiting) return;
  waiting = true;
  const next = () => {
    waiting = false;
    look();
    if (!video.paused) keepLooking();
  };
  if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(next);
  else requestAnimationFrame(next);
}

function bringIntoView() {
  one("screen").scrollIntoView({ block: "nearest" }); // picture and captions together
}

function play() {
  video.play().catch(() => {}); // paused again before it began, or the browser wants a click of its own
}

// ---- stops

async function halt(stop) {
  video.pause();
  video.currentTime = at(stop);
  await leaveFullScreen();
  show(stop, "De film staat stil. Er is een vraag.");
}

async function leaveFullScreen() {
  if (document.pictureInPictureElement) await document.exitPictureInPicture().catch(() => {});
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
  video.webkitExitFullscreen?.();
}

function show(section, words) {
  close();
  asking = section;
  if (section.id) passed.add(section.id);
  section.hidden = false;
  one("status").textContent = words;
  section.querySelector("h2").focus({ preventScroll: true });
  section.scrollIntoView({ block: "nearest" });
}

function close() {
  for (const section of [...all("stop"), one("finish")]) section.hidden = true;
  asking = null;
  one("status").textContent = "";
}

function ask(id) {
  const stop = document.getElementById(id);
  hush();
  video.pause();
  video.currentTime = at(stop);
  show(stop, "De film staat stil bij deze vraag.");
}

function goOn() {
  close();
  video.focus({ preventScroll: true });
  play();
}

const policy = window.trustedTypes?.createPolicy("film", { createHTML: (html) => html }); // only for pages of our own

function takeAnswer(event) {
  const { id } = event.target.closest("[data-stop]");
  const html = policy ? policy.createHTML(event.detail) : event.detail;
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(id);
  if (!fresh) return; // another page came, and the browser shows it
  event.preventDefault();
  document.getElementById(id).replaceWith(document.adoptNode(fresh));
  const isAnswered = "answered" in fresh.dataset;
  if (isAnswered) film.querySelector(`[data-answered-mark="${id}"]`).hidden = false;
  show(fresh, isAnswered ? "Je antwoord is bewaard. Hieronder lees je waarom." : "Kies eerst een antwoord.");
}

async function finish() {
  await leaveFullScreen();
  const open = all("stop").filter((stop) => !("answered" in stop.dataset));
  for (const item of all("open")) item.hidden = !open.some((stop) => stop.id === item.dataset.open);
  one("still-open").hidden = !open.length;
  tell();
  show(one("finish"), "De film is afgelopen.");
}

// ---- captions and chapters

let shown; // the line or the piece of it that stands there
function showLine(now) {
  const line = last(lines, (each) => each.start <= now && now < Math.max(each.end, each.until));
  const piece = line && pieceOf(line, now);
  if ((piece ?? line) === shown) return;
  shown = piece ?? line;
  const words = line?.node.cloneNode(true);
  if (piece) words.querySelector(".words").textContent = piece.getCueAsHTML().textContent;
  one("captions").replaceChildren(...(words ? [words] : []));
}

// A long line comes in pieces, as the captions of the film cut it.
function pieceOf(line, now) {
  const pieces = [...(video.textTracks[0].cues ?? [])].filter((cue) => cue.startTime > line.start - EARLY && cue.endTime < line.end + EARLY);
  return pieces.length > 1 ? last(pieces, (cue) => cue.startTime <= now) : undefined;
}

function markChapter(now) {
  const chapters = all("go-to");
  const here = last(chapters, (each) => Number(each.dataset.goTo) <= now);
  for (const each of chapters) each.setAttribute("aria-current", String(each === here));
}

// Our own captions stand below the picture; in full screen those of the browser take over.
function showNativeCaptions() {
  const full = document.fullscreenElement || video.webkitDisplayingFullscreen;
  video.textTracks[0].mode = full ? "showing" : "hidden";
}

// ---- voice

let saying = null; // what is being said now; the film halts when it halts, or when more is waiting
let toSay = [];
let held = false;
let described, read;

// Only a voice of the device itself: with another one the words would leave it.
function dutchVoice() {
  const dutch = (synth?.getVoices() ?? []).filter((voice) => voice.localService && /^nl(?![a-z])/i.test(voice.lang));
  return dutch.find((voice) => /^nl.NL$/i.test(voice.lang)) ?? dutch[0];
}

const isOn = (name) => one(name).getAttribute("aria-pressed") === "true";

function narrate(now) {
  const shot = last(shots, (each) => each.start <= now);
  if (isOn("describe") && shot && shot !== described) describe(shot);
  const line = lines.find((each) => each.start <= now && now < each.end);
  if (isOn("voice") && line && line !== read) {
    read = line;
    if (line.node.dataset.line !== "sound") say(line.node.dataset.speech, false);
  }
}

function describe(shot) {
  described = shot;
  const text = shot.node.querySelector("[data-description]");
  one("described").textContent = text.textContent;
  say(text.dataset.speech, true);
}

function say(text, halts) {
  toSay.push({ text, halts });
  if (saying) hold();
  else sayNext();
}

function sayNext() {
  saying = toSay.shift() ?? null;
  hold();
  if (!saying) return;
  const mine = saying;
  const done = () => {
    if (saying === mine) sayNext();
  };
  const voice = dutchVoice();
  if (!voice) {
    setTimeout(done, (mine.text.length / READING_SPEED + 1) * 1000);
    return;
  }
  mine.utterance = new SpeechSynthesisUtterance(mine.text);
  Object.assign(mine.utterance, { voice, lang: "nl-NL", rate: 0.95, onend: done, onerror: done });
  synth.speak(mine.utterance);
}

// The film stands still for as long as a description lasts, and when a line takes longer to say than to show.
function hold() {
  const wanted = Boolean(saying && (saying.halts || toSay.length));
  if (wanted && !video.paused) {
    held = true;
    video.pause();
  } else if (!wanted && held) {
    if (asking) held = false;
    else play();
  }
}

function hush() {
  saying = null;
  toSay = [];
  described = read = undefined;
  synth?.cancel();
  one("described").textContent = "";
  hold();
}

// Without a voice for us, somebody's own screen reader may say what is to be seen.
function offerVoice() {
  one("voice").hidden = !dutchVoice();
  one("described").setAttribute("aria-live", dutchVoice() ? "off" : "polite");
}

function toggle(button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  if (!on) hush();
}

// ---- speed, kept on this device

function setSpeed(speed) {
  video.playbackRate = video.defaultPlaybackRate = Number(speed);
  for (const each of all("speed")) each.setAttribute("aria-pressed", String(each.dataset.speed === speed));
}

function storedSpeed() {
  try {
    return localStorage.getItem(SPEED) === "0.75" ? "0.75" : "1";
  } catch {
    return "1";
  }
}

function chooseSpeed(speed) {
  setSpeed(speed);
  try {
    localStorage.setItem(SPEED, speed);
  } catch {
    // No storage in a private window: it holds for this page.
  }
}

// ---- the place, for this device and every other

function tell() {
  if (!place || place === told) return;
  told = place;
  const body = new URLSearchParams({
    csrf_token: film.querySelector("[name=csrf_token]").value,
    seconde: place.seconds.toFixed(2),
    geleden: Math.max(0, (Date.now() - place.since) / 1000).toFixed(1), // clocks of devices differ, this does not
  });
  navigator.sendBeacon(film.dataset.place, body);
}

function jump(seconds) {
  hush();
  close();
  bringIntoView();
  video.currentTime = seconds;
  play();
}

// ---- everything together

function press(event) {
  const button = event.target.closest("button");
  if (!button) return;
  const { goTo, ask: id, speed } = button.dataset;
  if (goTo) jump(Number(goTo));
  else if (id) ask(id);
  else if (speed) chooseSpeed(speed);
  else if ("goOn" in button.dataset) goOn();
  else if (button.matches("[data-voice], [data-describe]")) toggle(button);
  else if (button.closest("[data-resume]")) resume();
}

// To another place in the film: a stop that comes again asks again, as long as it was not answered.
function leap() {
  const now = video.currentTime;
  if (Math.abs(now - before) > 1) hush();
  passed = new Set([...passed].filter((id) => at(document.getElementById(id)) <= now + EARLY));
  before = now;
  look();
}

function resume() {
  jump(Number(one("resume").dataset.resume));
  video.focus({ preventScroll: true });
}

function complain() {
  one("broken").hidden = !video.error;
}

function arrive() {
  for (const name of ["captions", "tools", "parts"]) one(name).hidden = false;
  showNativeCaptions();
  setSpeed(storedSpeed());
  offerVoice();
  complain();
  const wanted = window.location.hash.slice(1);
  const stop = all("stop").find((each) => !each.hidden || each.id === wanted);
  // The browser would take the focus away again when it comes to the place that the address names.
  if (wanted) window.history.replaceState(null, "", window.location.pathname + window.location.search);
  if (stop) ask(stop.id);
  else if (one("resume")) one("resume").hidden = false;
}

film.addEventListener("click", press);
film.addEventListener("answered", takeAnswer);
video.addEventListener("play", () => {
  if (video.paused) return; // a description came in between
  if (!held) bringIntoView();
  held = false;
  close();
  if (one("resume")) one("resume").hidden = true;
  keepLooking();
});
video.addEventListener("timeupdate", look);
video.addEventListener("seeking", leap);
video.addEventListener("pause", tell);
video.addEventListener("ended", finish);
video.addEventListener("error", complain);
video.addEventListener("webkitbeginfullscreen", showNativeCaptions);
video.addEventListener("webkitendfullscreen", showNativeCaptions);
document.addEventListener("fullscreenchange", showNativeCaptions);
document.addEventListener("visibilitychange", () => document.hidden && tell());
window.addEventListener("pagehide", () => {
  tell();
  synth?.cancel();
});
synth?.addEventListener?.("voiceschanged", offerVoice);
setInterval(tell, TELL_EVERY);
arrive();
