import type { LoaderFunctionArgs } from "@remix-run/node";
import { dueCalendar } from "~/features/commitments/export-calendar.server";
import { listDue } from "~/features/commitments/read.server";
import { getBorough } from "~/features/places/read.server";
import { dayOf, startOfDay } from "~/platform/london";
import { calendarFile } from "~/routes/calendar-file.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  const { programme } = await getBorough(ctx);
  const due = await listDue(ctx, { from: dayOf(startOfDay(ctx.now, -365)), to: "9999-12-31" });
  return calendarFile(dueCalendar(ctx, `${programme}: what falls due`, due), "commitments.ics");
}
