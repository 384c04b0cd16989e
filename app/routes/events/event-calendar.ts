import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarOf } from "~/features/events/export-calendar.server";
import { findEvent } from "~/features/events/read.server";
import { calendarFile } from "~/routes/calendar-file.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const seen = await findEvent(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  return calendarFile(calendarOf(ctx, seen.event.title, [seen]), `${seen.event.slug}.ics`);
}
