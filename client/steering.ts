// A clicker sends Page Down and Page Up, some send arrows. They press the steps of the programme wherever who leads has them, except in the plenary, whose lists one
// goes through with these keys. The space bar and the arrows up and down do so only on pages of one screen, where they have nothing to scroll.
const everywhere: Record<string, string> = { PageDown: "next-part", ArrowRight: "next-part", PageUp: "previous-part", ArrowLeft: "previous-part" };
const onOneScreen: Record<string, string> = { " ": "next-part", ArrowDown: "next-part", ArrowUp: "previous-part" };

addEventListener("keydown", (event) => {
  const within = event.target as Element;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || document.querySelector(".plenary-work")) return;
  if (within.closest("input, textarea, select, [contenteditable]") || (event.key === " " && within.closest("button, a, summary"))) return;

  const step = everywhere[event.key] ?? (document.querySelector(".on-screen, .page-presenter") ? onOneScreen[event.key] : undefined);
  if (!step || !document.getElementById(step)) return;

  event.preventDefault();
  // A key that is held down is one step.
  if (!event.repeat) press(step);
});

/** A button that has just come in is htmx's after a moment; pressed before that it would leave the page. */
function press(step: string, patience = 60): void {
  const button = document.getElementById(step);
  if (button?.dataset.htmxPowered !== undefined) button.click();
  else if (patience > 0) requestAnimationFrame(() => press(step, patience - 1));
}
