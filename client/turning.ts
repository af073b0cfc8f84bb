// The wall never cuts off: what is too much for it is divided into pages, which turn by themselves and by key. Columns divide it, as wide as the place itself,
// of which one is seen; so nothing is taken apart, and all of it stays in the page.
const wait = 15_000;

export {};

let page = 0;
let of = "";
let timer: number | undefined;

const places = () => [...document.querySelectorAll<HTMLElement>(".on-screen [data-turns]")];

function divide(): void {
  const all = places();
  // Another part begins at its first page.
  const what = document.querySelector("#screen .part, #screen .plenary-board")?.id ?? "";
  if (what !== of) {
    clearInterval(timer);
    [of, page, timer] = [what, 0, undefined];
  }

  const rooms = roomsOf(all);
  all.forEach((place, index) => place.scrollHeight > rooms[index]! + 1 && split(place, rooms[index]!));
  show();
  // What was turned by hand is left where it is.
  if (timer === undefined && last() > 0) timer = window.setInterval(() => turn(page < last() ? page + 1 : 0), wait);
}

function flatten(place: HTMLElement): void {
  place.classList.remove("is-turning");
  place.removeAttribute("style");
}

/** How high each place can be so that all below it is seen too: what is left of the wall when none of them asks for any, and what stands beside it takes anyway. */
function roomsOf(all: HTMLElement[]): number[] {
  const whole = document.querySelector<HTMLElement>(".screen")!;
  all.forEach(flatten);
  for (const place of all) [place.style.contain, place.style.alignSelf] = ["size", "stretch"];
  whole.style.minBlockSize = "0";
  const left = innerHeight - whole.getBoundingClientRect().bottom - scrollY;
  const rooms = all.map((place) => Math.max(place.offsetHeight + left, innerHeight / 4));
  whole.style.removeProperty("min-block-size");
  all.forEach(flatten);
  return rooms;
}

function split(place: HTMLElement, room: number): void {
  place.classList.add("is-turning");
  place.style.blockSize = `${Math.floor(room - parseFloat(getComputedStyle(signOf()!).fontSize))}px`;
  place.style.columnWidth = `${place.clientWidth}px`;
}

/** From one page of a place to its next. */
function strideOf(place: HTMLElement): number {
  const style = getComputedStyle(place);
  return place.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) + parseFloat(style.columnGap);
}

const pagesOf = (place: HTMLElement) => Math.max(1, Math.ceil((place.scrollWidth - place.clientWidth - 1) / strideOf(place)) + 1);

const last = () => Math.max(0, ...places().filter((place) => place.classList.contains("is-turning")).map((place) => pagesOf(place) - 1));

function show(): void {
  page = Math.min(page, last());
  for (const place of places().filter((one) => one.classList.contains("is-turning"))) {
    place.scrollLeft = Math.min(page, pagesOf(place) - 1) * strideOf(place);
  }

  const sign = signOf()!;
  sign.textContent = last() > 0 ? sign.dataset.text!.replace("{0}", `${page + 1}`).replace("{1}", `${last() + 1}`) : "";
}

function turn(to: number): void {
  page = to;
  show();
}

const signOf = () => document.getElementById("turning");

const steps: Record<string, number> = { PageDown: 1, ArrowRight: 1, ArrowDown: 1, " ": 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1 };

if (signOf()) {
  // Before the step to another part: first what there is here.
  addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step || event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || last() === 0) return;
    if ((event.target as Element).closest("button, a, input, textarea, select")) return;

    clearInterval(timer);
    timer = 0;
    const leads = document.getElementById(step > 0 ? "next-part" : "previous-part");
    const to = page + step;
    if ((to < 0 || to > last()) && leads) return;
    event.preventDefault();
    turn(to < 0 ? last() : to > last() ? 0 : to);
  });
  // At once, before anybody sees it undivided, and before the next key.
  document.addEventListener("htmx:after:swap", divide);
  // What comes in later can make a page longer.
  document.addEventListener("load", divide, true);
  addEventListener("resize", divide);
  void document.fonts.ready.then(divide);
  divide();
}
