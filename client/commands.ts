// Each thing that is asked has an id of its own, so that asking it again has no second effect. It is kept here before it is sent and until it
// is answered. What could not be sent is sent by itself, with the same id and in the order in which it was done, as soon as the server answers
// again; also after a reload.
import { htmx, isOfAProxy, on, type Context } from "./htmx";

interface Unsent {
  id: string;
  action: string;
  body: string;
}

const key = "leerklimaat-unsent";
const flying = new Set<string>();
let sending = false;

/** A version 4 id; `crypto.randomUUID` is missing where the address is not https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

on("config:request", (context) => {
  if (context.request.method === "POST") (context.request.body as FormData | null)?.set("command", newId());
});

on("before:request", (context, event) => {
  const id = idOf(context);
  if (!id) return;

  const others = waiting();
  keep([...kept(), { id, action: context.request.action, body: String(context.request.body) }]);
  if (others.length === 0) {
    flying.add(id);
    return;
  }

  // What was done before it goes before it.
  event.preventDefault();
  later(context);
});

on("after:request", (context) => {
  const id = idOf(context);
  // Whether it was done nobody knows: it is asked again as it was.
  if (id && isOfAProxy(context)) return void (flying.delete(id) && later(context));
  if (id) done(id);
  if (context.response?.status === 204) clearNotice();
});

on("error", (context) => {
  if (flying.delete(idOf(context) ?? "")) later(context);
});

addEventListener("online", () => void send());
document.addEventListener("htmx:sse:after:connection", () => void send());
// When all parts of the page listen.
queueMicrotask(() => {
  tell();
  void send();
});

/** The sheet of a note is empty again, as if the note had been sent; the rest waits. */
function later(context: Context): void {
  if (context.request.form?.matches("[data-sheet]")) context.request.form.dispatchEvent(new CustomEvent("laid", { bubbles: true }));
  tell();
  void send();
}

async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let next = waiting()[0]; next; next = waiting()[0]) {
      const answer = await fetch(next.action, {
        method: "POST",
        credentials: "same-origin",
        headers: { "HX-Request": "true", Accept: "text/html, text/event-stream", "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(next.body),
      });
      if (answer.status >= 500) throw new Error("not now");
      const text = await answer.text();
      done(next.id);
      if (answer.status === 204) clearNotice();
      // What was refused in the end goes back into the field that it was typed in.
      if (answer.status >= 400) document.dispatchEvent(new CustomEvent("refused", { detail: next }));
      else document.dispatchEvent(new CustomEvent("accepted", { detail: next }));
      await show(next.action, text, answer);
    }
  } catch {
    setTimeout(() => void send(), 2000);
  } finally {
    sending = false;
  }
}

async function show(action: string, text: string, response: Response): Promise<void> {
  const target = text ? placeOf(action) : null;
  const own = target ? document.querySelector(target) : null;
  if (target && own) await htmx().swap({ text, target, swap: "innerMorph", sourceElement: own, response });
}

/** What was answered with nothing went well, so what was said of an earlier try is over. */
function clearNotice(): void {
  document.getElementById("notice")?.replaceChildren();
}

/** Where one's own part stands that such an action changes. */
function placeOf(action: string): string | null {
  const question = /\/questions\/([0-9a-f-]{36})\/(answers|learned|goal|aims)/.exec(action)?.[1];
  if (question) return `#question-own-${question.replaceAll("-", "")}`;

  // The page of a table has a part of that name too.
  if (/\/dots(\/returns)?$/.test(action)) return document.querySelector(".dots-page") ? "#mine" : null;

  const table = document.querySelector<HTMLElement>("[data-table]")?.dataset.table;
  return table && action.includes(table) ? "#mine" : null;
}

/** Opening one's own part on a shared device is for this moment only: sent later it would show a pawn to whoever has the device then. */
function idOf(context: Context): string | null {
  return context.request?.method === "POST" && !context.request.action.includes("/openings") && context.request.body ? String(context.request.body.get("command")) : null;
}

function done(id: string): void {
  flying.delete(id);
  keep(kept().filter((one) => one.id !== id));
  tell();
}

function waiting(): Unsent[] {
  return kept().filter((one) => !flying.has(one.id));
}

function kept(): Unsent[] {
  return JSON.parse(sessionStorage.getItem(key) ?? "[]") as Unsent[];
}

function keep(unsent: Unsent[]): void {
  sessionStorage.setItem(key, JSON.stringify(unsent));
}

function tell(): void {
  document.dispatchEvent(new CustomEvent("unsent", { detail: waiting().length }));
}
