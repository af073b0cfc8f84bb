// Who waits for a seat asks every few seconds whether it is their turn, and goes to the table as soon as it is. What is said of one's place is drawn anew.
const knock = document.querySelector<HTMLFormElement>("[data-waiting] #knock");

let isAsking = false;

async function ask(form: HTMLFormElement): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) }).catch(() => undefined);
  isAsking = false;
  // That it was asked too often, or that the server is away for a moment, changes nothing about the line.
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [place, now] = [document.querySelector("#place"), page.querySelector("[data-waiting] #place")];
  if (!now) location.href = answer.url;
  else if (place && place.textContent !== now.textContent) place.textContent = now.textContent;
}

if (knock) setInterval(() => ask(knock), 4000);

export {};
