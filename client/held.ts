// A scanner for viruses, or a proxy, may hold back an answer until it ends, and a stream never does. The server lets a stream say after two seconds that it comes through.
// Where a page has not heard that within five, it asks for one thing at a time: each such answer waits until there is something to say, and ends with it. In between it tries
// whether a stream comes through by now.
type Ask = (address: string, how: RequestInit) => Promise<Response>;

interface Message {
  connection: { url: string };
  message: { event: string };
}

const patience = 5000;
const between = 60_000;
const trials = new Map<string, number>();
let held = false;
let tried = 0;

document.addEventListener("htmx:sse:before:message", (event) => {
  const { connection, message } = (event as CustomEvent<Message>).detail;
  if (message.event === "through") clearTimeout(trials.get(connection.url));
});

export const areHeld = () => held;

/** The answer to the request for a stream: the stream itself, or one thing of it where streams are held back. */
export async function unlessHeld(address: string, how: RequestInit, ask: Ask): Promise<Response> {
  clearTimeout(trials.get(address));
  if (held) return once(address, how, ask);

  const ending = endedWith(how);
  const judge = window.setTimeout(() => {
    // A page that nobody looks at has ended its stream itself, and so has a place that left the page.
    if (document.hidden || how.signal?.aborted) return;
    [held, tried] = [true, performance.now()];
    ending.abort();
  }, patience);
  trials.set(address, judge);
  try {
    const answer = await ask(address, { ...how, signal: ending.signal });
    if (!answer.ok) clearTimeout(judge);
    return answer;
  } catch (lost) {
    clearTimeout(judge);
    if (held && !how.signal?.aborted) return once(address, how, ask);
    throw lost;
  }
}

function once(address: string, how: RequestInit, ask: Ask): Promise<Response> {
  if (performance.now() - tried > between) void tryAgain(address, how, ask);

  const url = new URL(address, location.href);
  const seen = (how.headers as Record<string, string>)["Last-Event-ID"];
  url.searchParams.set("once", "");
  if (seen) url.searchParams.set("seen", seen);
  return ask(url.href, how);
}

async function tryAgain(address: string, how: RequestInit, ask: Ask): Promise<void> {
  tried = performance.now();
  const ending = endedWith(how);
  setTimeout(() => ending.abort(), patience);
  try {
    const reader = (await ask(address, { ...how, signal: ending.signal })).body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let said = ""; held; ) {
      const { done, value } = await reader.read();
      if (done) return;
      said += value;
      held = !said.includes("event: through");
    }
  } catch {
    // Not yet.
  } finally {
    ending.abort();
  }
}

function endedWith(how: RequestInit): AbortController {
  const ending = new AbortController();
  how.signal?.addEventListener("abort", () => ending.abort());
  return ending;
}
