import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { type Asked, askForAnswer } from "./ask-for-answer.server";
import { joinThings } from "./join-things.server";
import { findThing } from "./read.server";
import { setThingHidden } from "./set-thing-hidden.server";

/** How a thing stands in its own room: shown or not, and into which one it was merged. */
export type Standing = Asked & { shown: boolean; into: Thing | null };

/**
 * Brings the register in step with a thing: what is shown waits for an answer, what is not takes its answers with it,
 * what was merged is answered with the other. Inside the write of its room that changed it.
 */
export async function syncThing(ctx: Ctx, { shown, into, ...asked }: Standing): Promise<void> {
  const known = await findThing(ctx, asked.thing);
  const seen = shown || into !== null;
  if (!known && !seen) return;
  if (seen) await askForAnswer(ctx, asked);
  if ((known?.joinedId ?? null) !== (into?.id ?? null)) {
    await joinThings(ctx, { thing: asked.thing, into });
  }
  if (known && known.hidden === seen) await setThingHidden(ctx, asked.thing, !seen);
}
