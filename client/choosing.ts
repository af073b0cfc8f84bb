// The cards of a factor are laid out over the table, and one of them is looked at before it is played. The browser shows both and puts them away (popover);
// here is what it does not know: when the cards have come, that nothing else is asked meanwhile, and that they go when the table plays one.
import { on } from "./htmx";

const hand = document.getElementById("hand");
const before = new WeakMap<EventTarget, Element>();
let shielded: HTMLElement[] = [];

if (hand && "popover" in hand) {
  on("after:swap", (context) => {
    if (context.sourceElement.matches(".factor-stack")) hand.showPopover();
  });
  // What comes in may take the shield off a card, or the cards out of sight.
  document.addEventListener("htmx:after:swap", () => requestAnimationFrame(putAway));

  // A card that was sent to the table is looked at no longer, also when another one was there first: what is said about that stands on the page.
  on("finally:request", (context) => {
    const look = context.sourceElement.closest<HTMLElement>(".look");
    if (look) hide(context.sourceElement.matches(".play-card") ? hand : look);
  });

  // Neither does bubble.
  hand.addEventListener("beforetoggle", (event) => event.newState === "open" && document.activeElement && before.set(event.target!, document.activeElement), true);
  hand.addEventListener("toggle", moveFocus, true);

  // Asked for without scripts, the cards stand in the page itself.
  if (!hand.popover) {
    hand.popover = "auto";
    hand.showPopover();
    putAway();
  }
}

/** To what is shown, and from there back to where it was: the browser itself forgets that for a look at one of the cards. */
function moveFocus(event: Event): void {
  const place = event.target as HTMLElement;
  shield();
  if ((event as ToggleEvent).newState === "open") place.focus();
  else if (document.activeElement === document.body || place.contains(document.activeElement)) (before.get(place) as HTMLElement | undefined)?.focus();
}

function putAway(): void {
  if (hand!.matches(":popover-open") && !hand!.checkVisibility()) hide(hand!);
  else shield();
}

function hide(place: HTMLElement): void {
  place.hidePopover();
  shield();
}

/** Nobody comes with the keyboard to what lies under the cards; what is said is said all the same. */
function shield(): void {
  for (const one of shielded) one.inert = false;
  shielded = [];
  const top = hand!.matches(":popover-open") ? (hand!.querySelector<HTMLElement>(".look:popover-open") ?? hand!) : null;
  for (let place: HTMLElement | null = top; place && place !== document.body; place = place.parentElement)
    for (const beside of place.parentElement!.children)
      if (beside !== place && beside instanceof HTMLElement && !beside.matches("[aria-live], [role=alert], [role=status], script, form")) {
        beside.inert = true;
        shielded.push(beside);
      }
}
