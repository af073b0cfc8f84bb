// Over HTTP/1.1 a browser has six connections to one address, for all its tabs together, and a stream keeps one for as long as its page is open: with six
// streams no post leaves any more. So where another tab has a stream already, this one's go by a WebSocket to the same address, which is not counted among
// the six. Where that cannot be opened, by a request after all; its status then says why.
import { areHeld, unlessHeld } from "./held";
import { on } from "./htmx";

// Who has a stream writes that down where all tabs of the browser read it at once, on plain http too; locks and workers, which could tell, are there on https
// only, and a tab that is asked may be too busy to answer. What a tab left behind that ended badly only makes another take a socket.
const own = `stream-${Math.random().toString(36).slice(2)}`;
const fresh = 70_000;
const patience = 5000;
const ask = window.fetch.bind(window);
let written = 0;

on("config:request", (context) => {
  if (context.sourceElement.hasAttribute("hx-sse:connect")) context.request.isStream = true;
});

// htmx asks anew by the window's own fetch when a stream has ended.
window.fetch = async (address, how) => {
  if (!(how as { isStream?: boolean } | undefined)?.isStream) return ask(address, how);

  const plain = () => unlessHeld(String(address), how!, ask);
  return isCounted() && !areHeld() && haveOthers() ? bySocket(String(address), how!).catch(plain) : plain();
};

// The server shows a sign of life every twenty seconds.
document.addEventListener("htmx:sse:before:message", () => written && performance.now() - written > 15_000 && write());
addEventListener("pagehide", () => kept(() => localStorage.removeItem(own)));

/** HTTP/2 and later carry everything over one connection. What the browser does not tell is taken for the older one. */
function isCounted(): boolean {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return !page?.nextHopProtocol || page.nextHopProtocol.startsWith("http/1");
}

/** Two tabs that open at the same time see each other, and take a socket both. */
function haveOthers(): boolean {
  write();
  return kept(() => {
    const others = Object.keys(localStorage).filter((key) => key.startsWith("stream-") && key !== own);
    const old = others.filter((key) => Date.now() - Number(localStorage.getItem(key)) > fresh);
    old.forEach((key) => localStorage.removeItem(key));
    return others.length > old.length;
  }) ?? false;
}

function write(): void {
  written = performance.now();
  kept(() => localStorage.setItem(own, `${Date.now()}`));
}

/** A browser may keep nothing for a page. */
function kept<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

function bySocket(address: string, how: RequestInit): Promise<Response> {
  const url = new URL(address, location.href);
  const seen = (how.headers as Record<string, string>)["Last-Event-ID"];
  if (seen) url.searchParams.set("seen", seen);

  return new Promise((resolve, reject) => {
    how.signal?.throwIfAborted();
    const socket = new WebSocket(url.href.replace(/^http/, "ws"));
    const slow = setTimeout(() => socket.close(), patience);
    let stream: ReadableStreamDefaultController<Uint8Array>;
    let isRead = true;
    const stop = () => {
      isRead = false;
      socket.close();
    };
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller), cancel: stop });
    const end = (why?: unknown) => {
      clearTimeout(slow);
      if (isRead) why ? stream.error(why) : stream.close();
      stop();
      reject(why);
    };

    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      clearTimeout(slow);
      resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
    };
    socket.onmessage = ({ data }) => isRead && stream.enqueue(new Uint8Array(data as ArrayBuffer));
    socket.onclose = ({ wasClean }) => end(wasClean ? undefined : new TypeError("the socket was lost"));
    how.signal?.addEventListener("abort", () => end(how.signal!.reason));
  });
}
