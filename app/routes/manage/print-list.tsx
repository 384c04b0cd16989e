import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoorList } from "~/features/events/DoorList";
import { permitsOf } from "~/features/events/may";
import { countNeedsAsked, findDoorPlace, listDoorSheet } from "~/features/events/read-registrations.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { countParties } from "~/features/events/read-staff-parties.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `List for the door: ${args.data.event.title}` : undefined);

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !permitsOf(ctx.actor, seen.event).seePeople) throw missing();
  const from = new URL(args.request.url).searchParams.get("after");
  const sheet = await listDoorSheet(ctx, seen.event.id, from ? await findDoorPlace(ctx, from) : null);
  const { confirmed } = await countParties(ctx, seen.event.id);
  const { title, slug, startsAt, endsAt, state, cancelReason } = seen.event;
  const cancelled = state === "cancelled" ? (cancelReason ?? "") : null;
  return {
    event: { title, slug, startsAt, endsAt, venue: seen.venue?.name ?? "Online", cancelled },
    // Names, numbers and references only: what people need is nobody's business at the door.
    rows: sheet.rows,
    next: sheet.next,
    isFirst: from === null,
    total: confirmed,
    asked: await countNeedsAsked(ctx, seen.event.id),
    printedAt: ctx.now,
  };
}

export default function PrintList() {
  return <DoorList {...useLoaderData<typeof loader>()} />;
}
