// Shows minutes by the server's time. The phone's own clock may be wrong, so it is never asked what time it is, only how much time has passed.
let started = Number(document.body.dataset.now ?? 0);
const now = () => started + performance.now();

// A phone that slept may have stopped counting; each sign of life sets it right again.
document.addEventListener("alive", (event) => {
  const time = Number((event as CustomEvent<{ data?: string }>).detail?.data);
  if (time) started = time - performance.now();
});

function tell(): void {
  document.querySelectorAll<HTMLElement>("[data-ends]").forEach((clock) => set(clock, left(Number(clock.dataset.ends) - now())));
  document.querySelectorAll<HTMLElement>("[data-until]").forEach((passing) => over(passing, Number(passing.dataset.until) <= now()));
  document.querySelectorAll<HTMLElement>("[data-countdown]").forEach((clock) => countDown(clock, Number(clock.dataset.countdown) - now()));
  document.querySelectorAll<HTMLElement>("[data-since]").forEach((clock) => set(clock, minutes(now() - Number(clock.dataset.since))));
}

function over(passing: HTMLElement, isOver: boolean): void {
  if (passing.hidden !== isOver) passing.hidden = isOver;
}

// What counts is not read out each second; that it is over is said once.
function countDown(clock: HTMLElement, time: number): void {
  const [timer, said] = [clock.querySelector<HTMLElement>("[role=timer]")!, clock.querySelector<HTMLElement>("[role=status]")!];
  const seconds = Math.max(0, Math.ceil(time / 1000));
  set(timer, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  clock.classList.toggle("is-short", seconds <= 30);
  set(said, seconds === 0 ? said.dataset.text! : "");
}

function left(time: number): string {
  return time > 60_000 ? minutes(time + 59_999) : `${Math.max(0, Math.ceil(time / 1000))} s`;
}

function minutes(time: number): string {
  return `${Math.max(0, Math.floor(time / 60_000))} min`;
}

function set(clock: HTMLElement, text: string): void {
  if (clock.textContent !== text) clock.textContent = text;
}

if (started) {
  tell();
  setInterval(tell, 1000);
  document.addEventListener("htmx:after:swap", tell);
}
