import type { Ctx } from "~/platform/context.server";
import { type Draft, EMPTY, offeredOn, type Step, stepsOf } from "./answering";
import { listExtras, listPlaces } from "./read.server";
import { findDraft } from "./read-draft.server";
import { type Collection, readCode } from "./rules";

/** The questions about oneself as somebody meets them who answers: where they are and what they have said. */
export async function getStanding(ctx: Ctx, collection: Collection, cookie: string) {
  const code = readCode(cookie);
  const draft = await findDraft(ctx, collection, code);
  const said: Draft = draft ?? EMPTY;
  const steps = stepsOf(said, await listExtras(ctx));
  const places = await listPlaces(ctx);
  return {
    /** Null before the first page was sent. */
    code: draft ? code : null,
    said,
    steps,
    offered: (step: Step): { code: string; name?: string }[] =>
      step === "place"
        ? places.map(({ slug, name }) => ({ code: slug, name }))
        : offeredOn(step, said).map((code) => ({ code })),
    placeName: places.find(({ slug }) => slug === said.place)?.name ?? null,
  };
}
