// Laying in order by dragging. The buttons beside it do the same; what is dropped presses one of them, with the order as it lies now.
let dragged: HTMLElement | undefined;

document.addEventListener("pointerdown", (event) => {
  const grip = (event.target as HTMLElement).closest<HTMLElement>("[data-ranking] .choice-grip");
  if (!grip || event.button !== 0) return;

  event.preventDefault();
  dragged = grip.closest("li")!;
  dragged.classList.add("is-dragged");
  grip.setPointerCapture(event.pointerId);
});

document.addEventListener("pointermove", (event) => {
  if (!dragged) return;

  const others = [...dragged.parentElement!.children].filter((item) => item !== dragged);
  const below = others.find((item) => event.clientY < middle(item));
  if (below !== dragged.nextElementSibling) dragged.parentElement!.insertBefore(dragged, below ?? null);
});

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));

function drop(isMeant: boolean): void {
  if (!dragged) return;

  const list = dragged.parentElement!;
  dragged.classList.remove("is-dragged");
  dragged = undefined;
  const order = [...list.children].map((item) => (item as HTMLElement).dataset.option).join(",");
  const button = list.querySelector<HTMLButtonElement>("button[name=options]:not(:disabled)");
  if (!isMeant || !button || order === list.dataset.order) return;

  button.value = order;
  button.click();
}

function middle(item: Element): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
