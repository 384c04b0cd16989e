import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarOf } from "~/features/events/export-calendar.server";
import { listForFeed } from "~/features/events/read.server";
import { getBorough } from "~/features/places/read.server";
import { calendarFile } from "~/routes/calendar-file.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { programme } = await getBorough(ctx);
  return calendarFile(calendarOf(ctx, programme, await listForFeed(ctx)), "events.ics");
}
