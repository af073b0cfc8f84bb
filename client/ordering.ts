// Laying things in order by dragging. The buttons beside each of them do the same; what is dropped presses one of its own, with where it lies now.
const edge = 60;
let dragged: HTMLElement | undefined;

document.addEventListener("pointerdown", (event) => {
  const grip = (event.target as HTMLElement).closest<HTMLElement>("[data-order] .grip");
  if (!grip || event.button !== 0) return;

  event.preventDefault();
  dragged = grip.closest("li")!;
  dragged.classList.add("is-dragged");
  grip.setPointerCapture(event.pointerId);
});

document.addEventListener("pointermove", (event) => {
  if (!dragged) return;

  // A long list goes along under what is dragged to its edge.
  if (event.clientY < edge) scrollBy(0, -edge / 4);
  if (event.clientY > innerHeight - edge) scrollBy(0, edge / 4);
  const below = [...dragged.parentElement!.children].find((item) => item !== dragged && event.clientY < middle(item));
  if (below !== (dragged.nextElementSibling ?? undefined)) dragged.parentElement!.insertBefore(dragged, below ?? null);
});

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));

function drop(isMeant: boolean): void {
  if (!dragged) return;

  const item = dragged;
  const list = item.parentElement!;
  item.classList.remove("is-dragged");
  dragged = undefined;
  if (!isMeant) return putBack(list);

  const order = [...list.children].map((one) => (one as HTMLElement).dataset.option).join();
  const button = item.querySelector<HTMLButtonElement>("button:is([name=options], [name=place]):not(:disabled)");
  if (!button || order === list.dataset.order) return;

  // A list that is part of a longer one says which places of that one are its own.
  const place = [...list.children].indexOf(item);
  button.value = button.name === "place" ? list.dataset.places?.split(",")[place] ?? String(place) : order;
  button.click();
}

/** A drag that was broken off, by a call or by turning the phone, changes nothing. */
function putBack(list: HTMLElement): void {
  const order = list.dataset.order!.split(",");
  const items = [...list.children] as HTMLElement[];
  list.append(...items.sort((one, other) => order.indexOf(one.dataset.option!) - order.indexOf(other.dataset.option!)));
}

function middle(item: Element): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
