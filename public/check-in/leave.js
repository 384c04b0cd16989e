import { readQueue } from "./store.js";

// Signing out clears the device: whoever has something unsent is told before.
const unsent = (await readQueue()).length;
if (unsent > 0) {
  document.getElementById("unsent").hidden = false;
  document.getElementById("unsent-count").textContent = unsent === 1 ? "1 check-in" : `${unsent} check-ins`;
}
