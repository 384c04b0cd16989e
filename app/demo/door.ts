import { v5 } from "uuid";
import { checkIn } from "~/features/events/check-in.server";
import type { Ctx } from "~/platform/context.server";
import type { Chance } from "./chance";
import type { Staged } from "./stage.server";
import { accepted } from "./timeline";

/** Somebody who comes to an event: by a booking, or without one from a neighbourhood, if they said which. */
export type Guest = { registration: string } | { neighbourhood?: string };

/** Names this demonstration's facts, so that loading it twice makes the same ones. */
const NAMESPACE = "7c9d4a52-5f0e-4d0c-9a53-0c8a4f6b2d11";
const PHONES = ["Phone K7PM", "Phone XR3D"];
const MINUTE = 60_000;
/** People come from a quarter of an hour before it starts, and most of them before it has gone on for half an hour. */
const EARLY = 15;
const LATE = 30;

/**
 * What two phones at the door noted while the hall had no network, sent when its helpers were outside again:
 * everyone who came, a few of them twice, and how many heads were counted.
 */
export async function atTheDoor(
  ctx: Ctx,
  staged: Staged,
  guests: readonly Guest[],
  luck: Chance,
  opened: Date,
): Promise<void> {
  const items = luck.shuffled(guests).map((guest, n) => {
    const at = opened.getTime() + (luck.next() * (EARLY + LATE) - EARLY) * MINUTE;
    const kind = "registration" in guest ? "arrive" : "walk_in";
    return { ...guest, kind, id: idOf(staged, n), people: 1, at: Math.round(at) };
  });
  const [first = "", second = ""] = PHONES;
  const half = Math.ceil(items.length / 2);
  // One person in forty goes past both helpers.
  const twice = items
    .filter((item, n) => item.kind === "arrive" && n < half && n % 40 === 7)
    .map((item, n) => ({ ...item, id: idOf(staged, items.length + n), at: item.at + MINUTE }));
  const heads = { kind: "heads", id: idOf(staged, "heads"), people: Math.max(1, guests.length - 3) };
  await sendFrom(ctx, staged, first, [
    ...items.slice(0, half),
    { ...heads, at: opened.getTime() + 40 * MINUTE },
  ]);
  await sendFrom(ctx, staged, second, [...items.slice(half), ...twice]);
}

const idOf = (staged: Staged, what: number | string) => v5(`${staged.slug} ${what}`, NAMESPACE);

async function sendFrom(
  ctx: Ctx,
  staged: Staged,
  device: string,
  items: readonly { id: string }[],
): Promise<void> {
  const typed = { items, device, sentAt: ctx.now.getTime() };
  const taken = accepted(`the door of ${staged.slug}`, await checkIn(ctx, { slug: staged.slug, typed }));
  const wrong = taken.answers.filter(({ result }) => result === "unknown" || result === "refused");
  if (wrong.length > 0) throw new Error(`The door of ${staged.slug} refused ${JSON.stringify(wrong[0])}.`);
}
