import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarOf } from "~/features/events/export-calendar.server";
import { listForFeed } from "~/features/events/read.server";
import { findNeighbourhood } from "~/features/places/read.server";
import { calendarFile } from "~/routes/calendar-file.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const neighbourhood = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!neighbourhood) throw missing();
  const events = await listForFeed(ctx, neighbourhood.id);
  return calendarFile(calendarOf(ctx, neighbourhood.name, events), `${neighbourhood.slug}-events.ics`);
}
