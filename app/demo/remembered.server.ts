import { recordParticipant } from "~/features/people/record-participant.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
import { reviewNeeds } from "~/features/people/review-needs.server";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import type { PeopleSheet } from "./people.server";
import { type Act, accepted, hoursAfter } from "./timeline";

type Remembered = PeopleSheet["remembered"][number];

const DAY = 24;
const MONTH = 30.5 * DAY;

/** People who told us long ago what helps them, and the yearly question whether it still does. */
export function rememberedActs(people: readonly Remembered[], now: Date): Act[] {
  return people.flatMap((one) => [
    { at: hoursAfter(now, -one.monthsAgo * MONTH), run: (ctx) => remember(ctx, one) },
    { at: hoursAfter(now, -one.askedDaysAgo * DAY), run: reviewNeeds },
  ]);
}

async function remember(ctx: Ctx, one: Remembered): Promise<void> {
  const home = one.neighbourhood ? await findNeighbourhood(ctx, one.neighbourhood) : null;
  const { by, ...reach } = one.contact;
  const person = await recordParticipant(ctx, {
    name: one.name,
    preferredContact: by,
    ...reach,
    kind: one.hereAs,
    neighbourhoodId: home?.id ?? null,
    locale: one.locale ?? "en",
  });
  const typed = { needs: one.needs, language: one.language, detail: one.needsDetail };
  const done = await rememberNeeds(ctx, { participantId: person.id, typed, channel: "phone" });
  accepted(`what ${one.slug} asked us to remember`, done);
}
