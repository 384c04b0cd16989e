import { officialResponses } from "~/db/tables/responses";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import type { Thing } from "~/platform/links.server";
import { askForAnswer } from "./ask-for-answer.server";
import { may } from "./may";
import { prepareResponse, putThemes } from "./prepare-response.server";
import { findThing } from "./read.server";
import { isAnswerable, lockOf } from "./rules";
import { fieldsOf, responseForm } from "./schema";

/** What is answered, on which London day it was said, and what was typed. */
export type Responding = { thing: Thing; saidOn: string; typed: unknown };

/**
 * Writes an official answer to a thing as a draft, which only staff see until it is published. The route has seen that
 * the thing is there and the actor may see it. A thing that nobody put on the register is put there.
 */
export async function respond(
  ctx: Ctx,
  { thing, saidOn, typed }: Responding,
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = responseForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  if (!isAnswerable(thing.kind)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [lockOf(thing)] }, async (ctx) => {
    const prepared = await prepareResponse(ctx, parsed.data);
    if (!prepared.ok) return { ok: false, reason: "invalid", fields: prepared.fields };
    const known = await findThing(ctx, thing);
    const { values, themeIds } = prepared;
    if (!may.respond(ctx.actor, values) || (known && !may.respond(ctx.actor, known))) {
      return { ok: false, reason: "not_allowed" };
    }
    if (!known) {
      const { said, neighbourhoodId } = values;
      await askForAnswer(ctx, { thing, said, saidOn, neighbourhoodId, themeIds });
    }
    const id = newId();
    await ctx.db.insert(officialResponses).values({
      ...values,
      id,
      thingKind: thing.kind,
      thingId: thing.id,
      state: "draft",
      version: 1,
      createdAt: ctx.now,
    });
    await putThemes(ctx, id, themeIds);
    await audit(ctx, "responses.drafted", { kind: "official_response", id }, { kind: values.kind });
    return { ok: true, id };
  });
}
