import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/events/may";
import { NameBadges } from "~/features/events/NameBadges";
import { listBadgeNames } from "~/features/events/read-door.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SignInSheet } from "~/features/events/SignInSheet";
import { badgesFor, numberedTables, SHEET_WORDS, SHEETS, tablesIn } from "~/features/events/sheets";
import { TableSheets } from "~/features/events/TableSheets";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";
import { classes } from "~/ui/classes";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `${SHEET_WORDS[args.data.sheet].title}: ${args.data.event.title}` : undefined);

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const sheet = SHEETS.find((one) => one === args.params.sheet);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!sheet || !seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const search = new URL(args.request.url).searchParams;
  const { id, slug, title, startsAt, endsAt } = seen.event;
  return {
    sheet,
    large: search.get("size") === "large",
    tables: tablesIn(search),
    event: { slug, title, startsAt, endsAt, venue: seen.venue?.name ?? "Online" },
    rows: sheet === "tables" ? [] : await listBadgeNames(ctx, id),
  };
}

export default function PrintSheet() {
  const { sheet, large, tables, event, rows } = useLoaderData<typeof loader>();
  return (
    <main className={classes("rh-sheet", large && "rh-sheet--large")} id="main">
      <nav className="rh-no-print" aria-label="This sheet">
        <BackLink href={`/manage/events/${event.slug}/sheets`}>All sheets</BackLink>
        <p>To print this page, press Ctrl and P, or Share and then Print on a phone.</p>
      </nav>
      {sheet === "sign-in" && <SignInSheet event={event} rows={rows} />}
      {sheet === "badges" && (
        <>
          <h1 className="rh-no-print">Name badges</h1>
          <NameBadges title={event.title} badges={badgesFor(rows)} />
        </>
      )}
      {sheet === "tables" && <TableSheets event={event} tables={numberedTables(tables)} />}
    </main>
  );
}
