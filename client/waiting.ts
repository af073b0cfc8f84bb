// Who waits for a seat asks by itself whether it is their turn, the first in line most often, and goes to the table as soon as it is. What is said of one's place is
// drawn anew.
const knock = document.querySelector<HTMLFormElement>("[data-waiting] #knock");

async function ask(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) }).catch(() => undefined);
  // That it was asked too often, or that the server is away for a moment, changes nothing about the line.
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [place, now] = [document.querySelector<HTMLElement>("#place"), page.querySelector<HTMLElement>("[data-waiting] #place")];
  if (!now || !place) location.href = answer.url;
  else if (place.textContent !== now.textContent) {
    place.textContent = now.textContent;
    place.dataset.every = now.dataset.every;
  }
}

function askSoon(form: HTMLFormElement): void {
  const seconds = Number(document.querySelector<HTMLElement>("#place")?.dataset.every ?? 30);
  setTimeout(() => ask(form).finally(() => askSoon(form)), seconds * 1000);
}

if (knock) askSoon(knock);

export {};
