// What we use of htmx 4, typed. htmx itself is loaded by app.ts and lives on the window.
export interface Context {
  sourceElement: HTMLElement;
  text?: string;
  request: { action: string; method: string; body: FormData | URLSearchParams | null; form?: HTMLFormElement; isStream?: boolean };
  response?: { status: number; headers?: Headers };
}

interface Htmx {
  ajax(method: string, url: string, options: { source?: Element; target?: string; swap?: string }): Promise<void>;
  swap(context: { text: string; target: string; swap: string; sourceElement: Element; response?: Response }): Promise<void>;
}

declare global {
  interface Window {
    htmx: Htmx;
  }
}

export const htmx = () => window.htmx;

export function on(event: string, handle: (context: Context, event: CustomEvent) => void): void {
  document.addEventListener(`htmx:${event}`, (raw) => {
    const custom = raw as CustomEvent<{ ctx?: Context }>;
    if (custom.detail?.ctx) handle(custom.detail.ctx, custom);
  });
}

/** What stands between answered in place of the server, which was away or took too long: it says nothing of what was asked, and its page is not ours. */
export function isOfAProxy(context: Context): boolean {
  return context.response?.status === 502 || context.response?.status === 504;
}

/** The stream of this place in the page, whether it is open or between two tries. */
export function streamOf(place: Element) {
  return (place as HtmxStream)._htmx?.sse;
}

interface HtmxStream extends Element {
  _htmx?: { sse?: { reader?: ReadableStreamDefaultReader | null; delayCanceller?: (() => void) | null } };
}
