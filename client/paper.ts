// Paper: the button that prints, the cursor that jumps from cell to cell of a score sheet, and typed text that goes once it is on the table.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-cells]").forEach((row) => row.setAttribute("aria-describedby", "cells-jump"));
  const entered = document.querySelector<HTMLElement>("[data-forget]")?.dataset.forget;
  if (!entered) return;

  Object.keys(sessionStorage).filter((key) => key.startsWith(`draft ${entered} `)).forEach((key) => sessionStorage.removeItem(key));
  // Or a reload would forget what was typed since.
  history.replaceState(null, "", location.pathname);
});

document.addEventListener("click", (event) => {
  if ((event.target as Element).closest("[data-print]")) print();
});

const cells = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("[data-cell]")];

function put(cell: HTMLInputElement, text: string): void {
  cell.value = text;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  const cell = event.target as HTMLInputElement;
  // Only while somebody types: a square has one digit, a story one letter.
  if (!(event as InputEvent).data || cell.dataset?.cell === undefined || cell.value.length === 0) return;

  const all = cells();
  const next = all[all.indexOf(cell) + 1];
  next?.focus();
  next?.select();
});

document.addEventListener("keydown", (event) => {
  const cell = event.target as HTMLInputElement;
  if (cell.dataset?.cell === undefined || event.ctrlKey || event.altKey || event.metaKey) return;

  const all = cells();
  const here = all.indexOf(cell);
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" || (event.key === "Backspace" && cell.value === "") ? -1 : 0;
  const to = step ? all[here + step] : undefined;
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.select();
});

// A whole row at once, from a sheet on the screen.
document.addEventListener("paste", (event) => {
  const cell = event.target as HTMLInputElement;
  const row = (event.clipboardData?.getData("text") ?? "").replace(/\s+/g, "");
  if (cell.dataset?.cell === undefined || row.length < 2) return;

  event.preventDefault();
  const group = [...cell.closest("[data-cells]")!.querySelectorAll<HTMLInputElement>("[data-cell]")];
  group.slice(group.indexOf(cell)).forEach((one, place) => {
    if (row[place]) put(one, row[place]);
  });
});
