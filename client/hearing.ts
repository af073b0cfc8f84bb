// For who hears the page. That it is one's own turn is said by each page itself: the stream says the same to all. And where the button that somebody pressed went
// away with its phase, the focus goes on to where the work goes on, so that nobody starts again at the top.
import { on } from "./htmx";

const main = document.querySelector<HTMLElement>("main");
const you = document.getElementById("said-you");

const next: Record<string, string> = {
  Choosing: ".choose-title",
  FirstPlacement: "#card .statement",
  SecondPlacement: "#ask",
  Telling: "#tells, #all-told h2",
  AddingUp: "#proposal",
  Waiting: ".choose-title",
};

let held: Element | null = null;
let around: Element[] = [];

document.addEventListener("focusin", (event) => hold(event.target as Element));
// Who presses where nothing takes the focus wants it nowhere.
document.addEventListener("pointerdown", (event) => hold((event.target as Element).closest("button, a, summary, input, textarea, select")));

document.addEventListener("htmx:after:swap", () => {
  sayTurn();
  requestAnimationFrame(carryOn);
});
on("finally:request", () => requestAnimationFrame(carryOn));
sayTurn();

/** What has the focus, and the places of the page that it is in, from near to far: the button goes away with its phase, the place around it stays. */
function hold(element: Element | null): void {
  held = element;
  around = [];
  for (let place = element?.parentElement?.closest("[id]"); place; place = place.parentElement?.closest("[id]")) around.push(place);
}

function sayTurn(): void {
  if (!you || !main) return;
  const teller = document.querySelector<HTMLInputElement>("#teller input[name=teller]")?.value;
  const isMine = main.dataset.phase === "Telling" && !main.dataset.part && !!teller && (main.dataset.mine ?? "").split(" ").includes(`seat-${teller}`);
  const text = isMine ? (you.dataset.text ?? "") : "";
  if (you.textContent !== text) you.textContent = text;
}

function carryOn(): void {
  const now = document.activeElement;
  // A browser takes the focus from what is not seen any more only when it draws the next time.
  if (!held || !main || (now !== document.body && now?.checkVisibility()) || (held.isConnected && held.checkVisibility())) return;

  const place = main.dataset.phase ? main.querySelector<HTMLElement>(main.dataset.part ? ".part-title" : next[main.dataset.phase]!) : near();
  if (!place?.checkVisibility()) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}

/** Where who leads goes on: the step to what comes, else what stands where the button stood. */
function near(): HTMLElement | null {
  const place = around.find((one) => one.isConnected && one.checkVisibility());
  return place?.querySelector<HTMLElement>("#next-part") ?? place?.querySelector<HTMLElement>("button:not([disabled]), a[href], h2") ?? null;
}
