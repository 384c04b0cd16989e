import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { invitations } from "~/db/tables/events-invitations";
import { messages } from "~/db/tables/platform";
import { doorAddress } from "~/features/events/arrivals";
import { eventCalendarFor } from "~/features/events/export-calendar.server";
import { exportInvitations } from "~/features/events/export-invitations.server";
import { exportLetter } from "~/features/events/export-letter.server";
import { invitePerson } from "~/features/events/invite-person.server";
import { publishEvent } from "~/features/events/publish-event.server";
import {
  findEvent,
  listEventSlugs,
  listEvents,
  listForFeed,
  listNextEvents,
} from "~/features/events/read.server";
import { findDoorOf } from "~/features/events/read-door.server";
import { findInvitation, invitationLink } from "~/features/events/read-invitations.server";
import { findParty } from "~/features/events/read-registrations.server";
import { listPublicIds } from "~/features/events/read-staff.server";
import { registerForEvent } from "~/features/events/register.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { LOCALE_CODES, type Locale } from "~/platform/locales";
import { qrOf } from "~/platform/qr.server";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  CANALSIDE,
  HIGHDOWN,
  registrationTyped,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const HIDDEN = { registration: "invite_only", title: "Behind the quiet door" };
const typedFor = (change: Record<string, unknown> = {}) => ({ name: "Amara", channel: "print", ...change });

async function invited(event: { slug: string }, change: Record<string, unknown> = {}) {
  const made = await invitePerson(asStaff(ctx), { slug: event.slug, typed: typedFor(change) });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const [row] = await ctx.db.select().from(invitations).where(eq(invitations.id, made.id));
  if (!row) throw new Error("no invitation");
  return { id: made.id, link: invitationLink(ctx, row) };
}

const register = (event: { slug: string }, invitation?: string, typed: Record<string, unknown> = {}) =>
  registerForEvent(asAnyone(ctx), {
    slug: event.slug,
    locale: "en",
    invitation,
    typed: registrationTyped(typed),
  });

test("an event for invited people is in no list, feed, search, site map or page for anyone else", async () => {
  const event = await anEvent(ctx, HIDDEN);
  const outsiders = [asAnyone(ctx), asStaff(ctx, "neighbourhood_lead", HIGHDOWN), asStaff(ctx, "analyst")];
  for (const who of outsiders) {
    expect(await findEvent(who, event.slug)).toBeNull();
    expect((await listEvents(who, {})).events).toEqual([]);
    expect(await listNextEvents(who, { limit: 10 })).toEqual([]);
    expect(await listForFeed(who)).toEqual([]);
    expect(await listEventSlugs(who)).toEqual([]);
    expect(await register(event)).toMatchObject({ ok: false, reason: "missing" });
  }
  expect(await listPublicIds(ctx)).toEqual([]);
  expect(await findByWords(ctx.db, "quiet door")).toEqual([]);
  expect(await findEvent(asStaff(ctx, "team_member", CANALSIDE), event.slug)).not.toBeNull();
});

describe("an invitation", () => {
  test("is good for one booking of as many people as it says, and the same form twice is one", async () => {
    const event = await anEvent(ctx, HIDDEN);
    const { id, link } = await invited(event, { most: "2" });
    expect(await register(event, link, { party: "3" })).toMatchObject({ reason: "too_large" });
    const form = { slug: event.slug, locale: "en", invitation: link, submissionId: "one" };
    const typed = registrationTyped({ party: "2" });
    const first = await registerForEvent(asAnyone(ctx), { ...form, typed });
    const again = await registerForEvent(asAnyone(ctx), { ...form, typed });
    expect(first).toMatchObject({ ok: true, state: "confirmed" });
    expect(again).toEqual(first);
    expect(await register(event, link)).toMatchObject({ reason: "missing" });
    expect(await withdrawInvitation(asStaff(ctx), { id })).toMatchObject({ reason: "used" });
  });

  test("to one event opens no other, nor does one that is made up, changed or taken back", async () => {
    const event = await anEvent(ctx, HIDDEN);
    const other = await anEvent(ctx, HIDDEN);
    const { id, link } = await invited(event);
    expect(await register(other, link)).toMatchObject({ reason: "missing" });
    for (const wrong of ["x", "a".repeat(43), `${link.slice(0, 40)}abc`])
      expect(await register(event, wrong)).toMatchObject({ reason: "missing" });
    expect(await withdrawInvitation(asStaff(ctx), { id })).toMatchObject({ ok: true });
    expect(await findInvitation(ctx, link)).toBeNull();
    expect(await register(event, link)).toMatchObject({ reason: "missing" });
  });

  test("goes out by e-mail when the event is published, once, and is gone when taken back", async () => {
    const event = await anEvent(ctx, { ...HIDDEN, traits: ["draft"] });
    const early = await invited(event, { channel: "email", email: "early@example.org" });
    const sent = (id: string) => ctx.db.select().from(messages).where(eq(messages.aboutId, id));
    expect(await sent(early.id)).toEqual([]);
    expect(await findInvitation(ctx, early.link)).toBeNull();
    await publishEvent(asStaff(ctx), { slug: event.slug });
    await publishEvent(asStaff(ctx), { slug: event.slug });
    const [mail, ...more] = await sent(early.id);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(early.link);
    const again = await invitePerson(asStaff(ctx), {
      slug: event.slug,
      typed: typedFor({ channel: "email", email: "EARLY@example.org" }),
    });
    expect(again).toMatchObject({ reason: "invalid", fields: { email: [expect.any(String)] } });
    await withdrawInvitation(asStaff(ctx), { id: early.id });
    expect(await sent(early.id)).toEqual([]);
  });

  test("is in the language of whoever is invited, by mail and on paper, and English where staff don't say", async () => {
    const event = await anEvent(ctx, HIDDEN);
    const mails: string[] = [];
    for (const locale of [...LOCALE_CODES, "xx"]) {
      const email = `guest-${locale}@example.org`;
      const { id, link } = await invited(event, { channel: "email", email, locale });
      const [mail] = await ctx.db.select().from(messages).where(eq(messages.aboutId, id));
      const said = translator(locale === "xx" ? "en" : (locale as Locale))("mail.invited.subject");
      expect(mail).toMatchObject({ subject: said, locale: locale === "xx" ? "en" : locale });
      expect(mail?.text).toContain(
        ["en", "xx"].includes(locale) ? `/invitations/${link}` : `/${locale}/invitations/${link}`,
      );
      mails.push(mail?.subject ?? "");
    }
    expect(new Set(mails).size).toBe(LOCALE_CODES.length);
    await invited(event, { channel: "print", name: "Nadia", locale: "ar" });
    const seen = await findEvent(asStaff(ctx), event.slug);
    const sheets = seen ? await exportInvitations(ctx, seen) : [];
    const sheet = sheets.find((one) => JSON.stringify(one.blocks).includes("Nadia"));
    expect(sheet).toMatchObject({
      locale: "ar",
      dir: "rtl",
      subject: translator("ar")("mail.invited.subject"),
    });
  });

  test("is made by organisers of the event alone, and only where it is needed", async () => {
    const event = await anEvent(ctx, HIDDEN);
    const open = await anEvent(ctx);
    const by = async (who: Ctx, slug = event.slug) => {
      const made = await invitePerson(who, { slug, typed: typedFor() });
      return made.ok ? "made" : made.reason;
    };
    expect(await by(asStaff(ctx, "neighbourhood_lead", CANALSIDE))).toBe("made");
    expect(await by(asStaff(ctx, "team_member", CANALSIDE))).toBe("not_allowed");
    expect(await by(asStaff(ctx, "neighbourhood_lead", HIGHDOWN))).toBe("missing");
    expect(await by(asAnyone(ctx))).toBe("missing");
    expect(await by(asStaff(ctx), open.slug)).toBe("not_by_invitation");
  });
});

test("the code that an invited person shows at the door does not name the event, and leads its team there", async () => {
  const event = await anEvent(ctx, HIDDEN);
  const { link } = await invited(event);
  const booked = await register(event, link);
  const party = await findParty(ctx, { link: booked.ok ? booked.link : "" });
  if (!party) throw new Error("not booked");
  const { reference } = party.registration;
  const address = doorAddress(ctx.origin, party.event, reference);
  expect(address).not.toContain(event.slug);
  const letter = await exportLetter(ctx, party);
  expect(letter.door?.code).toEqual(qrOf(address));
  const door = { slug: event.slug, reference };
  expect(await findDoorOf(asStaff(ctx, "team_member", CANALSIDE), address)).toEqual(door);
  for (const who of [asAnyone(ctx), asStaff(ctx, "analyst"), asStaff(ctx, "team_member", HIGHDOWN)])
    expect(await findDoorOf(who, address)).toBeNull();
  expect(await findDoorOf(asStaff(ctx), "ZZZZ-9999")).toBeNull();
  const open = await anEvent(ctx);
  expect(doorAddress(ctx.origin, open, reference)).toContain(`/events/${open.slug}/door`);
});

test("an invited person's calendar file names no address that others could open", async () => {
  const event = await anEvent(ctx, HIDDEN);
  const { link } = await invited(event);
  const booked = await register(event, link);
  const party = await findParty(ctx, { link: booked.ok ? booked.link : "" });
  if (!party) throw new Error("not booked");
  expect(await eventCalendarFor(ctx, party.event, party.registration)).not.toContain(`/events/${event.slug}`);
});
