// The answer to one's own post and the stream come by different ways. What the stream said before a post was answered can arrive after that answer,
// on a busy or broken network; one's own part in it is not newer than what the page shows, and is passed over. The answer had all of it.
import { isOfAProxy, on } from "./htmx";

const answered = new WeakMap<Element, number>();
const said = new WeakMap<Element, number>();

document.addEventListener("htmx:sse:before:message", (event) => {
  const { message } = (event as CustomEvent<{ message: { id?: string } }>).detail;
  said.set(event.target as Element, message.id === undefined ? Infinity : Number.parseInt(message.id || "0", 10));
});

on("before:swap", (context, event) => {
  if (isOfAProxy(context)) return event.preventDefault();
  // Answered with nothing: the stream brings all of it, one's own part too.
  if (context.response?.status === 204) return;

  const { tasks } = event.detail as { tasks: { target: Element | null }[] };
  const version = context.response?.headers?.get("Leerklimaat-Version");
  if (version) {
    for (const { target } of tasks) if (target) answered.set(target, Number(version));
    return;
  }

  const now = said.get(context.sourceElement) ?? Infinity;
  for (let at = tasks.length - 1; at >= 0; at--) {
    const { target } = tasks[at];
    // As new is old too: a pawn that moves to and fro is news to nobody else, and counts no version.
    if (target && (answered.get(target) ?? -1) >= now) tasks.splice(at, 1);
  }
});
