// Nothing moves between pressing a button and letting it go: what comes in that moment is shown right after it. A list that grows above a button
// would push it away from under the thumb, and a browser gives no click to a button that is somewhere else by then. What somebody chose was lost.
import { htmx } from "./htmx";

let letGo: (() => void) | undefined;
let pressed: Promise<void> | undefined;

const swap = htmx().swap.bind(htmx());
htmx().swap = async (context) => {
  await pressed;
  await swap(context);
};

addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || !(event.target as Element).closest("button, a, summary, label")) return;
  release();
  pressed = new Promise((resolve) => (letGo = resolve));
}, true);

// The click follows in the same turn of the browser.
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true);
// Let go where this page does not notice: over another window, or over the browser itself.
addEventListener("blur", release);
addEventListener("pointermove", (event) => event.buttons === 0 && release(), true);

function release(): void {
  letGo?.();
  letGo = pressed = undefined;
}
