// The mirror of a learning professional. What is filled in stays in this browser, and in the file that somebody saves; there is nothing that sends it.
type Answer = { said?: string; words?: string };
type Time = { on: string; lines: Record<string, Answer> };
/** What is being filled in, and the last time that was finished. */
type Kept = { mirror: 1; now: Record<string, Answer>; last?: Time };

const place = "mirror";
const mirror = document.getElementById("mirror");

if (mirror) {
  let kept = read(stored()) ?? { mirror: 1, now: {} };
  show();

  mirror.addEventListener("input", (event) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>("[data-line]")!;
    const said = line.querySelector<HTMLInputElement>("[type=radio]:checked")?.value;
    const words = field(line).value;
    kept.now[line.dataset.line!] = { ...(said && { said }), ...(words && { words }) };
    keep();
  });

  pressed("mirror-done", () => {
    if (isEmpty(kept.now)) return say(mirror.dataset.nothing);

    kept = { mirror: 1, now: {}, last: { on: new Date().toISOString().slice(0, 10), lines: kept.now } };
    say(mirror.dataset.done);
    keep();
    show();
  });

  pressed("mirror-save", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" }));
    link.download = `spiegel-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  document.getElementById("mirror-load")!.addEventListener("change", async (event) => {
    const chosen = event.target as HTMLInputElement;
    const found = read((await chosen.files?.[0]?.text()) ?? null);
    chosen.value = "";
    if (!found) return say(mirror.dataset.wrong);

    // What is being filled in here is not lost for what a file says; of two times that were finished the later one is the last.
    const last = [kept.last, found.last].filter((one) => one !== undefined).sort((one, other) => other.on.localeCompare(one.on))[0];
    kept = { mirror: 1, now: { ...found.now, ...kept.now }, ...(last && { last }) };
    say(mirror.dataset.loaded);
    keep();
    show();
  });

  pressed("mirror-forget", () => {
    kept = { mirror: 1, now: {} };
    say(mirror.dataset.forgotten);
    keep();
    show();
  });

  function keep(): void {
    try {
      if (isEmpty(kept.now) && !kept.last) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      say(mirror!.dataset.unkept);
    }
  }

  function stored(): string | null {
    try {
      return localStorage.getItem(place);
    } catch {
      return null;
    }
  }

  function show(): void {
    mirror!.querySelectorAll<HTMLElement>("[data-line]").forEach((line) => {
      const { said, words } = kept.now[line.dataset.line!] ?? {};
      line.querySelectorAll<HTMLInputElement>("[type=radio]").forEach((one) => (one.checked = one.value === said));
      field(line).value = words ?? "";
      showLast(line, kept.last);
    });
  }
}

function showLast(line: HTMLElement, last?: Time): void {
  const { said, words } = last?.lines[line.dataset.line!] ?? {};
  const told = [line.querySelector(`[type=radio][value="${CSS.escape(said ?? "")}"]`)?.parentElement?.textContent?.trim(), words && `‘${words}’`].filter(Boolean);
  const shown = line.querySelector<HTMLElement>(".mirror-last")!;
  shown.hidden = told.length === 0;
  const day = last && new Date(last.on).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
  shown.textContent = `${mirror!.dataset.last!.replace("{0}", day ?? "")} ${told.join(" · ")}`;
}

function field(line: HTMLElement): HTMLTextAreaElement {
  return line.querySelector("textarea")!;
}

function isEmpty(lines: Record<string, Answer>): boolean {
  return Object.values(lines).every((one) => !one.said && !one.words);
}

function pressed(id: string, act: () => void): void {
  document.getElementById(id)!.addEventListener("click", act);
}

function say(text?: string): void {
  document.getElementById("mirror-said")!.textContent = text ?? "";
}

/** What was kept here, or in a file that may be anything. */
function read(text: string | null): Kept | undefined {
  try {
    const found = JSON.parse(text ?? "") as Partial<Kept>;
    if (found?.mirror !== 1) return undefined;

    const last = found.last && !Number.isNaN(Date.parse(found.last.on)) ? { on: found.last.on, lines: linesOf(found.last.lines) } : undefined;
    return { mirror: 1, now: linesOf(found.now), ...(last && { last }) };
  } catch {
    return undefined;
  }
}

function linesOf(found: unknown): Record<string, Answer> {
  const lines: Record<string, Answer> = {};
  for (const [line, answer] of Object.entries((found ?? {}) as Record<string, Answer>)) {
    lines[line] = { ...(typeof answer?.said === "string" && { said: answer.said }), ...(typeof answer?.words === "string" && { words: answer.words.slice(0, 280) }) };
  }
  return lines;
}
