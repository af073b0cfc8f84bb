// One's own part comes with the stream, in the same message as the shared part that it belongs to. Both carry a stamp; when they do not fit for
// a second, a message was missed or the stream is gone, and the own part is fetched until it fits.
import { htmx, on } from "./htmx";

const patience = 1000;
let fetching = false;
let waiting: number | undefined;

document.addEventListener("htmx:after:swap", check);
document.addEventListener("DOMContentLoaded", check);
addEventListener("online", () => void fetchOwn());

// The seat is played on another device now: the page itself says what can be done.
on("after:request", (context) => {
  if (context.response?.status === 403 && context.request.action.endsWith("/mine")) location.reload();
});

function check(): void {
  dressSquares();
  refreshCards();
  clearTimeout(waiting);
  if (!fits()) waiting = window.setTimeout(() => void fetchOwn(), patience);
}

async function fetchOwn(): Promise<void> {
  const table = document.querySelector<HTMLElement>("[data-table]")?.dataset.table;
  if (!table || fetching || fits()) return;

  fetching = true;
  try {
    await htmx().ajax("GET", `${table}/mine`, { target: "#mine", swap: "innerMorph" });
  } finally {
    fetching = false;
    check();
  }
}

function fits(): boolean {
  return stamp("play") === stamp("mine");
}

function stamp(region: string): string | undefined {
  return document.querySelector<HTMLElement>(`#${region} > [data-stamp]`)?.dataset.stamp;
}

// The squares stay in the page; where one's pawn lies comes apart. Before it lies there, nothing in the page says so.
function dressSquares(): void {
  const own = document.querySelector<HTMLElement>("#mine > [data-stamp]");
  document.querySelectorAll<HTMLButtonElement>("#squares .square").forEach((square) => {
    const pressed = String(square.value === own?.dataset.chosen);
    const first = square.querySelector<HTMLElement>(".first")!;
    const isElsewhere = square.value !== own?.dataset.first;
    // Written only where it changes: to a browser what is written again is a change too.
    if (square.getAttribute("aria-pressed") !== pressed) square.setAttribute("aria-pressed", pressed);
    if (first.hidden !== isElsewhere) first.hidden = isElsewhere;
  });
}

// The cards that somebody laid out are theirs; they are fetched again when a card is gone or got their star.
let shown: string | undefined;

function refreshCards(): void {
  const stars = document.querySelector<HTMLElement>("#mine > [data-stars]")?.dataset.stars;
  const gone = document.querySelector<HTMLElement>("#ways [data-gone]")?.dataset.gone;
  const now = `${stars} / ${gone}`;
  if (shown !== undefined && shown !== now) layOutAnew();
  shown = now;
}

function layOutAnew(): void {
  const cards = document.querySelector("#hand .hand-cards");
  if (cards?.checkVisibility()) cards.dispatchEvent(new Event("stale"));
}
