// What of a table's page is seen follows from the phase, from whose turn it is, from which pawns lie, from whether a part covers the table, from whether a case is judged, and from whether a device that goes round is covered. Each of these comes with
// its own region, and is said once more at the top of the page: a rule that looks for it anywhere in the page (:has) makes a phone style the whole page anew at each message.
const page = document.querySelector<HTMLElement>(".player");
const places = { phase: "#play > [data-phase]", turn: "#teller > [data-turn]", laid: "#count > [data-laid]", part: "#part > .part", judged: "#card .is-judged", cover: "#mine .cover" };

function repeat(): void {
  for (const [name, place] of Object.entries(places)) {
    const said = document.querySelector<HTMLElement>(place);
    const value = said ? (said.dataset[name] ?? "shown") : undefined;
    if (page!.dataset[name] === value) continue;
    if (value === undefined) delete page!.dataset[name];
    else page!.dataset[name] = value;
    if (name === "phase") toCard();
    if (name !== "part" && name !== "cover") forget();
  }
}

/** Who scrolled down for the step before sees the card again at the next one; who is writing is left alone. */
function toCard(): void {
  const card = document.getElementById("card");
  if (card && card.getBoundingClientRect().bottom < innerHeight / 4 && !document.activeElement?.matches("textarea, input")) scrollTo({ top: 0 });
}

/** Whether to go on without the others was asked of how many were ready then. */
function forget(): void {
  document.querySelector("#notice .notice:has([name=anyway])")?.remove();
}

if (page) document.addEventListener("htmx:after:swap", repeat);
