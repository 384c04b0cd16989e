import { askForFeedback } from "~/features/events/ask-for-feedback.server";
import { adviseClaimant, claimPayment, declinePayment } from "~/features/events/claim-payment.server";
import { decideClaim } from "~/features/events/decide-claim.server";
import { giveFeedback } from "~/features/events/give-feedback.server";
import { offerPayment } from "~/features/events/offer-payment.server";
import { findEventRow } from "~/features/events/read.server";
import { listClaims } from "~/features/events/read-claims.server";
import { feedbackLink } from "~/features/events/read-feedback.server";
import { listParties } from "~/features/events/read-registrations.server";
import type { Ctx } from "~/platform/context.server";
import type { AfterSheet, Held } from "./after.server";
import { type Chance, chance } from "./chance";
import { type Act, accepted, as, hoursAfter, london, nextWorkday } from "./timeline";

type Feedback = AfterSheet["feedback"];
type Payment = AfterSheet["payments"][number];

/** How an event was for those who said so: paper forms typed the day after, links and the open form in the days that follow. */
export function feedbackActs(slug: string, feedback: Feedback, held: Held): Act[] {
  const luck = chance(`feedback ${slug}`);
  const { paper = 0, link = 0, online = 0 } = feedback.forms[slug] ?? {};
  const typing = nextWorkday(held.date);
  const later = (n: number) => hoursAfter(london(`${held.date}T20:00`), 24 + 7 * n);
  const forms = (count: number) => Array.from({ length: count }, () => formOf(luck, feedback));
  const anyone = (ctx: Ctx) => as(ctx, { kind: "anyone" });
  return [
    { at: hoursAfter(typing, 30), run: (ctx) => askForFeedback(as(ctx, { kind: "system", name: "demo" })) },
    ...forms(paper).map((typed, n) => ({
      at: new Date(typing.getTime() + 60_000 * (n + 1)),
      run: async (ctx: Ctx) =>
        accepted(
          `a paper form of ${slug}`,
          await giveFeedback(held.as(ctx), { by: { slug, channel: "paper" }, typed, limitBy: null }),
        ),
    })),
    ...forms(online).map((typed, n) => ({
      at: later(n),
      run: async (ctx: Ctx) =>
        accepted(
          `a form of ${slug}`,
          await giveFeedback(anyone(ctx), { by: { slug }, typed, limitBy: null }),
        ),
    })),
    ...forms(link).map((typed, n) => ({
      at: later(n),
      run: async (ctx: Ctx) => {
        const by = { link: feedbackLink(ctx, await bookedAt(ctx, slug, n)) };
        accepted(`a link of ${slug}`, await giveFeedback(anyone(ctx), { by, typed, limitBy: null }));
      },
    })),
  ];
}

/** The booking of the nth party with a place. */
async function bookedAt(ctx: Ctx, slug: string, n: number) {
  const event = await findEventRow(ctx, { slug });
  const { parties } = await listParties(ctx, { eventId: event?.id ?? "", standing: "coming" });
  const party = parties.filter(({ registration }) => registration.state === "confirmed")[n];
  if (!party) throw new Error(`Fewer people have a place at ${slug} than answer or are paid.`);
  return party.registration;
}

function formOf(luck: Chance, { ratings, hadSay, good, better }: Feedback): Record<string, unknown> {
  const rating = weighted(luck, ratings);
  const happy = rating >= 4;
  const pick = (yes: number, partly: number) =>
    luck.percent(yes) ? "yes" : luck.percent(partly) ? "partly" : "no";
  return {
    rating: String(rating),
    hadSay: luck.percent(94) ? String(weighted(luck, hadSay)) : "",
    feltHeard: pick(happy ? 80 : 35, 75),
    accessOk: pick(happy ? 92 : 70, 70),
    wouldReturn: luck.percent(happy ? 85 : 45) ? "yes" : luck.percent(70) ? "not_sure" : "no",
    good: luck.percent(30) ? luck.pick(good) : "",
    better: luck.percent(happy ? 18 : 55) ? luck.pick(better) : "",
    mayPrint: luck.percent(60) ? "yes" : undefined,
  };
}

/** 5 to 1, by how often out of 100 each is to come. */
function weighted(luck: Chance, weights: readonly number[]): number {
  let thrown = luck.next() * 100;
  const at = weights.findIndex((weight) => {
    thrown -= weight;
    return thrown < 0;
  });
  return 5 - (at < 0 ? weights.length - 1 : at);
}

/** What an event pays for; who claims it by their own link after the advice; and staff who approve and pay. */
export function paymentActs(payment: Payment, held: Held): Act[] {
  const { event: slug, most, words, paid, declined } = payment;
  const begun = hoursAfter(london(`${held.date}T20:30`), 1);
  const amounts = Object.entries(paid).flatMap(([pounds, people]) =>
    Array.from({ length: people }, () => Number(pounds)),
  );
  const claim = async (ctx: Ctx, n: number) => {
    const registration = await bookedAt(ctx, slug, n);
    return { key: { id: registration.id }, basis: "time" as const };
  };
  return [
    {
      at: hoursAfter(london(`${held.date}T09:00`), -240),
      run: async (ctx) => {
        const typed = { basis: "time", most: String(most), words };
        accepted(`the offer at ${slug}`, await offerPayment(held.as(ctx), { slug, typed }));
      },
    },
    ...amounts.map((pounds, n) => ({
      at: new Date(begun.getTime() + 900_000 * n),
      run: async (ctx: Ctx) => {
        const staff = held.as(ctx);
        const claiming = await claim(ctx, n);
        accepted(`the advice at ${slug}`, await adviseClaimant(staff, claiming));
        const typed = { amount: String(pounds), words: `${pounds / 30} times, £30 each` };
        accepted(`a claim at ${slug}`, await claimPayment(staff, { ...claiming, typed }));
      },
    })),
    ...Array.from({ length: declined }, (_, n) => ({
      at: hoursAfter(begun, 40 + n),
      run: async (ctx: Ctx) =>
        accepted(
          `no thank you at ${slug}`,
          await declinePayment(held.as(ctx), await claim(ctx, amounts.length + n)),
        ),
    })),
    { at: hoursAfter(begun, 24 * 14), run: (ctx) => decide(held.as(ctx), slug, { act: "approve" }) },
    {
      at: hoursAfter(begun, 24 * 21),
      run: (ctx) => decide(held.as(ctx), slug, { act: "paid", paidBy: "voucher" }),
    },
  ];
}

async function decide(ctx: Ctx, slug: string, typed: Record<string, string>): Promise<void> {
  const event = await findEventRow(ctx, { slug });
  const open = (await listClaims(ctx, event?.id ?? "")).filter(({ claim }) =>
    ["claimed", "approved"].includes(claim.state),
  );
  for (const { claim } of open) {
    accepted(`a claim at ${slug}`, await decideClaim(ctx, { id: claim.id, typed }));
  }
}
