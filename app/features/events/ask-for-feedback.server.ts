import { eventAfter } from "~/db/tables/events-notes";
import { bslBlocks, reachOf } from "~/features/people/messages";
import { getBorough } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { letter } from "~/platform/letter.server";
import { inLocale } from "~/platform/locales";
import { tell } from "~/platform/outbox.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { type Asked, findAfter, listToAsk, listUnasked } from "./read-after.server";
import { feedbackLink } from "./read-feedback.server";

const BATCH = 20;

/**
 * Asks everyone who had a place at an event, a day after it and once, how it was; and who had none, what
 * would have helped: by e-mail, or a call or letter for staff. Runs every hour; safe to run twice. Refuses
 * everyone but the house.
 */
export async function askForFeedback(ctx: Ctx): Promise<{ ok: true; asked: number }> {
  if (!may.askForFeedback(ctx.actor)) throw new Error("Only the house itself asks everyone.");
  let asked = 0;
  for (const id of await listUnasked(ctx, BATCH)) asked += (await askAt(ctx, id)).asked;
  return { ok: true, asked };
}

/** System only: the clock's work, asked for by `askForFeedback`. */
const askAt = (ctx: Ctx, id: string) =>
  write(ctx, { locks: [`after:${id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id });
    const before = event ? await findAfter(ctx, event) : null;
    if (!event || !before || before.askedAt) return { ok: true as const, asked: 0 };
    const parties = event.audience === "everyone" ? await listToAsk(ctx, event) : [];
    for (const party of parties) await ask(ctx, party);
    await ctx.db
      .insert(eventAfter)
      .values({ eventId: id, askedAt: ctx.now })
      .onConflictDoUpdate({ target: eventAfter.eventId, set: { askedAt: ctx.now } });
    await audit(ctx, "events.feedback_asked", { kind: "event", id }, { parties: parties.length });
    return { ok: true as const, asked: parties.length };
  });

async function ask(ctx: Ctx, { event, registration, participant, came }: Asked): Promise<void> {
  const reach = await reachOf(ctx, participant);
  const { locale, formats = [] } = reach;
  const t = translator(locale);
  const borough = await getBorough(ctx);
  const what = came ? "howWasIt" : "sorryYouMissedIt";
  const words = { name: participant.name, title: event.title, phone: borough.contacts.phone };
  const href = `${ctx.origin}${inLocale(locale, `/feedback/${feedbackLink(ctx, registration)}`)}${came ? "" : "?came=no"}`;
  const laidOut = letter({
    locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t(`mail.${what}.subject`, words),
    blocks: [
      { kind: "text", text: t("mail.hello", words) },
      { kind: "text", text: t(`mail.${what}.${formats.includes("easy_read") ? "easy" : "body"}`, words) },
      { kind: "link", label: t(`mail.${what}.link`, words), href },
      { kind: "text", text: t("mail.askedOnce", words) },
      ...bslBlocks(ctx, reach),
    ],
  });
  await tell(ctx, reach, {
    ...laidOut,
    key: `feedback:${registration.id}`,
    about: { kind: "registration", id: registration.id },
  });
}
