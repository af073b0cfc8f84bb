// Who waits until their table says that a seat is theirs is let in as soon as it does. Only then, or when it says no, is the page loaded anew.
const waiting = document.querySelector("[data-claiming]");

async function ask(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  // That it was asked too often, or that the server is away for a moment, says nothing about the seat.
  if (!answer || answer.status === 429 || answer.status >= 500) return;
  if (answer.redirected || !(await answer.text()).includes("data-claiming")) location.reload();
}

if (waiting) setInterval(ask, 3000);

export {};
