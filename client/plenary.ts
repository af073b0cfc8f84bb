// What was ticked has been bundled, moved or taken off: the ticks go, so that the next step begins afresh.
import { on } from "./htmx";

const uses = ["/plenary/bundles", "/plenary/moves", "/plenary/hidden"];

on("after:request", (context) => {
  if (context.response?.status !== 200 || !uses.some((path) => context.request.action.endsWith(path))) return;
  document.querySelectorAll<HTMLInputElement>("input[name=entry]:checked").forEach((tick) => (tick.checked = false));
  const name = document.querySelector<HTMLInputElement>("#bundle-name");
  if (name) name.value = "";
});
