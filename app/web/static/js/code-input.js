// Groups a typed code in fours, as it stands on the card.  Pasting and correcting in the middle keep working.
const SIZE = 4;

function grouped(text) {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return (bare.match(/.{1,4}/g) ?? []).join("-");
}

function group(event) {
  const input = event.target;
  if (event.isComposing || event.inputType?.startsWith("delete")) return;
  const before = input.value.slice(0, input.selectionStart).replace(/[^A-Za-z0-9]/g, "").length;
  const text = grouped(input.value);
  if (text === input.value) return;
  input.value = text;
  const caret = Math.min(text.length, before + Math.floor(Math.max(before - 1, 0) / SIZE));
  input.setSelectionRange(caret, caret);
}

for (const input of document.querySelectorAll("input.code-input")) {
  input.addEventListener("input", group);
}
