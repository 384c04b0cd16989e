import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventCalendarFor } from "~/features/events/export-calendar.server";
import { findParty } from "~/features/events/read-registrations.server";
import { calendarFile } from "~/routes/calendar-file.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const party = await findParty(ctx, { link: args.params.token ?? "" });
  if (!party) throw missing();
  const file = await eventCalendarFor(ctx, party.event, party.registration);
  return calendarFile(file, `${party.event.slug}.ics`);
}
