// Which answers in a report came since this browser last looked (O4). What it saw is kept in the browser, and nothing is sent.
const report = document.querySelector<HTMLElement>("[data-answers]");

if (report) {
  const place = `answers-${report.dataset.answers}`;
  const answers = [...report.querySelectorAll<HTMLElement>("[data-answer]")];
  const shown = answers.map((one) => one.dataset.answer!).join(" ");
  // To load the page again is the same visit: what was new in this tab stays new. The first time nothing is.
  const before = look(sessionStorage) ?? look(localStorage) ?? shown;
  keep(sessionStorage, before);
  keep(localStorage, shown);

  const fresh = answers.filter((one) => !before.split(" ").includes(one.dataset.answer!));
  fresh.forEach((one, number) => {
    const mark = document.createElement("strong");
    mark.className = "new-answer";
    mark.id = `new-answer-${number}`;
    mark.textContent = report.dataset.new!;
    one.prepend(mark, " ");
  });
  const news = document.getElementById("new-answers")!;
  news.hidden = fresh.length === 0;
  news.querySelector("a")!.hash = "new-answer-0";

  function look(kept: Storage): string | null {
    try {
      return kept.getItem(place);
    } catch {
      return null;
    }
  }

  // Where a browser keeps nothing, nothing is new.
  function keep(kept: Storage, seen: string): void {
    try {
      kept.setItem(place, seen);
    } catch {}
  }
}
