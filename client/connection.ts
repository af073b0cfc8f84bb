// Keeps the stream of the page alive, and says calmly that the connection is gone: only when it stays away for two seconds, because most
// interruptions are shorter.
import { htmx, on, streamOf, type Context } from "./htmx";

const grace = 2000;
// The server shows a sign of life every twenty seconds; a stream that misses two of them is dead, even when the phone does not know yet.
const patience = 45_000;
// A post that has no answer by then gets a word.
const usual = 4000;

let heard = performance.now();
let timer: number | undefined;
let waiting = 0;
let leaving = false;
const underway = new WeakMap<Context, number>();
const late = new Set<Context>();

document.addEventListener("htmx:sse:error", lost);
// The right to look has ended: the page itself says so, and what can be done.
document.addEventListener("htmx:sse:error", (event) => {
  if ((event as CustomEvent<{ status?: number }>).detail.status === 403) location.reload();
});
document.addEventListener("htmx:sse:before:message", () => (heard = performance.now()));
document.addEventListener("htmx:sse:after:connection", () => {
  heard = performance.now();
  clearTimeout(timer);
  timer = undefined;
  show();
});
document.addEventListener("unsent", (event) => {
  waiting = (event as CustomEvent<number>).detail;
  window.setTimeout(show, waiting ? grace : 0);
});
// The right to look has ended: the page itself says what can be done. Who renewed their link is on their way to the new page already.
addEventListener("beforeunload", () => (leaving = true));
document.addEventListener("gone", () => leaving || location.reload());
on("before:request", (context) => {
  if (context.request.method !== "POST") return;
  const tooLong = () => {
    late.add(context);
    show();
  };
  underway.set(context, window.setTimeout(tooLong, usual));
});
on("finally:request", (context) => {
  clearTimeout(underway.get(context));
  if (late.delete(context)) show();
});
addEventListener("offline", lost);
addEventListener("online", reconnect);
addEventListener("pageshow", (event) => event.persisted && reconnect());
setInterval(() => performance.now() - heard > patience && reconnect(), 5000);

// A place that is swapped in is processed more than once, and htmx asks for its stream each time; the second one would stay open for as long
// as the page does, and a browser has six connections for one server.
on("before:request", (context, event) => {
  if (streamOf(context.sourceElement)) event.preventDefault();
});

// htmx connects again when a stream ends, but not when the first try fails.
on("finally:request", (context) => {
  const place = context.sourceElement;
  const address = place.getAttribute("hx-sse:connect");
  const status = context.response?.status ?? 503;
  if (!address || streamOf(place) || status < 500) return;

  lost();
  setTimeout(() => place.isConnected && void htmx().ajax("GET", address, { source: place }), grace);
});

function lost(): void {
  timer ??= window.setTimeout(show, grace);
}

// Ends the stream, or the pause before the next try; htmx then connects again and gets what is true now.
function reconnect(): void {
  heard = performance.now();
  document.querySelectorAll("[hx-sse\\:connect]").forEach((element) => {
    const stream = streamOf(element);
    stream?.delayCanceller?.();
    void stream?.reader?.cancel();
  });
}

function show(): void {
  const bar = document.getElementById("connection");
  const { waiting: kept, offline, slow } = document.body.dataset;
  const text = waiting ? kept : timer ? offline : late.size ? slow : "";
  if (bar && bar.textContent !== (text ?? "")) bar.textContent = text ?? "";
}
