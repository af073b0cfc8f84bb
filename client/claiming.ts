// Who waits until their table says that a seat is theirs is let in as soon as it does. Only then, or when it says no, is the page loaded anew.
const waiting = document.querySelector("[data-claiming]");

async function ask(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer) return;
  if (answer.redirected || !(await answer.text()).includes("data-claiming")) location.reload();
}

if (waiting) setInterval(ask, 3000);

export {};
