// What is being typed survives a reload, a sleeping phone and a card that is played in the meantime. It goes when it has been laid down.
import { on } from "./htmx";
import { newId } from "./commands";

type Field = HTMLTextAreaElement | HTMLInputElement;

const keyOf = (field: Field) => `draft ${location.pathname} ${field.dataset.draft}`;

document.addEventListener("input", (event) => {
  const field = event.target as Field;
  if (field.dataset?.draft) sessionStorage.setItem(keyOf(field), field.value);
  count(field);
});

function restore(): void {
  document.querySelectorAll<Field>("[data-draft]").forEach((field) => {
    const draft = sessionStorage.getItem(keyOf(field));
    // What the server filled in is older than what was typed over it.
    if (draft === null || (field.value && field.dataset.draftFirst === undefined)) return;
    field.value = draft;
    field.closest("details")?.setAttribute("open", "");
  });
}

function count(field: Field): void {
  const counter = field.dataset?.count ? document.getElementById(field.dataset.count) : null;
  if (counter) counter.textContent = field.value.length > 200 ? `${field.value.length} / ${field.maxLength}` : "";
}

// A note that was laid down leaves an empty sheet with an id of its own.
function laid(form: HTMLFormElement): void {
  form.querySelectorAll<Field>("[data-draft]").forEach((field) => {
    sessionStorage.removeItem(keyOf(field));
    field.value = "";
    count(field);
  });
  const note = form.querySelector<HTMLInputElement>("[name=note]");
  if (note) note.value = newId();
  form.closest("details")?.removeAttribute("open");
}

on("after:request", (context) => {
  if (context.response?.status !== 200 && context.response?.status !== 204) return;

  const form = context.sourceElement.closest<HTMLFormElement>("form[data-sheet]");
  if (form) laid(form);
  arrived(context.request.action, new URLSearchParams(String(context.request.body ?? "")));
});
// What could not be sent at first.
document.addEventListener("accepted", (event) => {
  const { action, body } = (event as CustomEvent<{ action: string; body: string }>).detail;
  arrived(action, new URLSearchParams(body));
});
document.addEventListener("refused", (event) => {
  const { action, body } = (event as CustomEvent<{ action: string; body: string }>).detail;
  const sheet = document.querySelector<HTMLFormElement>(`form[data-sheet][action="${CSS.escape(action)}"]`);
  sheet?.querySelectorAll<Field>("[data-draft]").forEach((field) => {
    if (field.value) return;
    field.value = new URLSearchParams(body).get(field.name) ?? "";
    sessionStorage.setItem(keyOf(field), field.value);
  });
});
document.addEventListener("laid", (event) => laid(event.target as HTMLFormElement));
document.addEventListener("htmx:after:swap", restore);
document.addEventListener("DOMContentLoaded", restore);

/** A message that is on the screens does not stay in its field; what was typed since is the next one. */
function shown(sent: URLSearchParams): void {
  const field = document.querySelector<HTMLInputElement>("#message");
  if (field?.value !== sent.get("message")) return;
  field.value = "";
  forget("message");
}

/** What was typed for this has been taken. */
function arrived(action: string, sent: URLSearchParams): void {
  const why = document.querySelector<Field>("#goal-why");
  if (action.includes("/goal/whys") && why) sessionStorage.removeItem(keyOf(why));
  if (action.endsWith("/messages")) shown(sent);
  if (!action.endsWith("/cases")) return;

  // The sheet stays in the page; what was typed while the case was still on its way is the next one.
  const fields = [...document.querySelectorAll<Field>("#case [data-draft]")];
  if (fields.some((field) => field.value !== sent.get(field.name)?.replaceAll("\r\n", "\n"))) return;
  forget("case", "case-now", "case-asks");
  fields.forEach((field) => (field.value = ""));
  document.getElementById("case")?.removeAttribute("open");
}

function forget(...drafts: string[]): void {
  drafts.forEach((draft) => sessionStorage.removeItem(`draft ${location.pathname} ${draft}`));
}
