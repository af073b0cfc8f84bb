// Over HTTP/1.1 a browser has six connections to one address, for all its tabs together, and a stream keeps one for as long as its page is open: with six
// streams no post leaves any more. So where another tab has a stream already, this one's go by a WebSocket to the same address, which is not counted among
// the six. Where that cannot be opened, by a request after all; its status then says why.
import { hasStream, on } from "./htmx";

// Who has a stream is asked of the other tabs by a channel: locks and workers, which could tell, are there on https only.
const channel = "BroadcastChannel" in window ? new BroadcastChannel("leerklimaat-streams") : null;
const answered = 60;
const patience = 5000;
const ask = window.fetch.bind(window);
let opening = 0;
let others = false;

channel?.addEventListener("message", ({ data }) => {
  others = true;
  if (data === "who" && (opening > 0 || places().some(hasStream))) channel.postMessage("me");
});

on("config:request", (context) => {
  if (context.sourceElement.hasAttribute("hx-sse:connect")) context.request.isStream = true;
});

// htmx asks anew by the window's own fetch when a stream has ended.
window.fetch = async (address, how) => {
  if (!isCounted() || !(how as { isStream?: boolean } | undefined)?.isStream) return ask(address, how);

  opening++;
  try {
    if (await haveOthers()) return await bySocket(String(address), how!).catch(() => ask(address, how));
    return await ask(address, how);
  } finally {
    opening--;
  }
};

/** HTTP/2 and later carry everything over one connection. What the browser does not tell is taken for the older one. */
function isCounted(): boolean {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return !page?.nextHopProtocol || page.nextHopProtocol.startsWith("http/1");
}

/** Two tabs that ask at the same time hear each other, and take a socket both. */
async function haveOthers(): Promise<boolean> {
  others = false;
  channel?.postMessage("who");
  for (const end = performance.now() + answered; !others && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 10));
  return others;
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

function places(): Element[] {
  return [...document.querySelectorAll("[hx-sse\\:connect]")];
}
