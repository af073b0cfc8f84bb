// Reading aloud on the device itself, copying with a spoken confirmation, and putting away a sheet that lies over the page.
import { on } from "./htmx";

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-speak], [data-copy]");
  if (button?.dataset.speak) speak(button.dataset.speak, button.closest("article")?.querySelector<HTMLElement>(".statement [lang]")?.lang);
  if (button?.dataset.copy) void copy(button.dataset.copy);
});

function speak(text: string, language = document.documentElement.lang): void {
  const voice = new SpeechSynthesisUtterance(text);
  voice.lang = language;
  speechSynthesis.cancel();
  speechSynthesis.speak(voice);
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https a page may not use the clipboard; an invisible field may.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const bar = document.getElementById("connection");
  if (!bar) return;
  bar.textContent = document.body.dataset.clipped ?? "";
  setTimeout(() => (bar.textContent = ""), 2000);
}

// What was changed and kept is put away again.
on("after:request", (context) => {
  const change = context.response?.status === 200 ? context.sourceElement.closest<HTMLDetailsElement>("details.own-change") : null;
  if (change) change.open = false;
});

document.documentElement.classList.add("has-scripts");

// Where reading aloud is not possible its button is not shown.
document.documentElement.classList.toggle("can-speak", "speechSynthesis" in window);

document.addEventListener("keydown", (event) => {
  const sheet = event.key === "Escape" ? document.querySelector<HTMLDetailsElement>("details.sheet[open]") : null;
  if (!sheet) return;
  sheet.open = false;
  sheet.querySelector("summary")?.focus();
});

// A sheet takes the whole page for itself: what lies under it is neither reached by Tab nor pressed by a finger, and a press beside it puts it away.
// The event that a sheet was opened can come long after it was, on a busy phone: whoever goes on by keyboard is under it by then.
new MutationObserver((changes) => changes.some((change) => (change.target as Element).matches(".sheet")) && cover()).observe(document.body, { subtree: true, attributeFilter: ["open"] });
document.addEventListener("click", (event) => {
  const sheet = document.querySelector<HTMLDetailsElement>("details.sheet[open]");
  if (sheet && !sheet.contains(event.target as Node)) sheet.open = false;
});
cover();

/** What is said on the page is said all the same. */
function cover(): void {
  const sheet = document.querySelector("details.sheet[open]");
  document.querySelectorAll<HTMLElement>("main > :not(#notice), #notes > *, .to-help").forEach((one) => (one.inert = !!sheet && !one.contains(sheet) && !sheet.contains(one)));
}
