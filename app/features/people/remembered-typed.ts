import type { Typed } from "~/ui/typed";
import type { Remembered } from "./read-remembered.server";
import { SPOKEN_NEEDS } from "./rules";

/** What is remembered, as it would have been typed into the form. */
export function rememberedTyped(remembered: Remembered | null): Typed {
  const rows = remembered?.needs ?? [];
  const spoken = rows.find(({ need, detail }) => SPOKEN_NEEDS.includes(need) && detail)?.detail ?? "";
  const said = rows.find(({ need, detail }) => !SPOKEN_NEEDS.includes(need) && detail)?.detail ?? "";
  return { needs: rows.map((row) => row.need), language: spoken, detail: said };
}

/** Needs at an event as somebody could ask us to remember them. */
const LASTING: Record<string, string> = {
  interpreter_bsl: "bsl",
  language_support: "interpreter",
  hearing_loop: "hearing_loop",
  large_print: "large_print",
  easy_read: "easy_read",
  step_free: "step_free",
  quiet_space: "quiet_space",
};

/** What the form begins with for somebody of whom nothing is remembered: what they asked for at this event. */
export function askedTyped(needs: readonly { need: string }[], language: string | null): Typed {
  const lasting = needs.flatMap(({ need }) => LASTING[need] ?? []);
  return { needs: [...new Set(lasting)], language: language ?? "" };
}
