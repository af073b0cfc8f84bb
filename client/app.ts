// The little that runs in the browser. Everything works without it, except that pages then do not change by themselves.
import "htmx.org";
import "htmx.org/dist/ext/hx-sse.js";
import "./streams";
import "./pressing";
import "./commands";
import "./newest";
import "./phase";
import "./personal";
// Focus first goes back to where it was, and from there on to where the work is.
import "./choosing";
import "./hearing";
import "./connection";
import "./clock";
// What a page of the wall has more goes before the step to another part.
import "./turning";
import "./steering";
// Before the drafts come back, those that are on the table go.
import "./paper";
import "./drafts";
import "./tools";
import "./claiming";
import "./waiting";
import "./plenary";
import "./ordering";
import "./mirror";
import "./answers";
