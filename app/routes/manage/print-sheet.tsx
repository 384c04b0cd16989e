import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/events/may";
import { NameBadges } from "~/features/events/NameBadges";
import type { EventRow } from "~/features/events/read.server";
import { listBadgeNames } from "~/features/events/read-door.server";
import { listSessions, type SessionSeen } from "~/features/events/read-sessions.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SignInSheet } from "~/features/events/SignInSheet";
import { type StallCard, StallCards } from "~/features/events/StallCards";
import { badgesFor, SHEET_WORDS, SHEETS, stallsOf, tablesFor, tablesIn } from "~/features/events/sheets";
import { TableSheets } from "~/features/events/TableSheets";
import type { Ctx } from "~/platform/context.server";
import { qrOf } from "~/platform/qr.server";
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
  const needsStalls = sheet === "tables" || sheet === "stalls";
  const stalls = needsStalls ? stallsOf(await listSessions(ctx, id)) : [];
  if (sheet === "stalls" && stalls.length === 0) throw missing();
  return {
    sheet,
    large: search.get("size") === "large",
    tables: tablesIn(search),
    event: { slug, title, startsAt, endsAt, venue: seen.venue?.name ?? "Online" },
    rows: sheet === "sign-in" || sheet === "badges" ? await listBadgeNames(ctx, id) : [],
    stalls,
    cards: sheet === "stalls" ? stallCards(ctx, seen.event, stalls) : [],
  };
}

/** Only an event that everybody finds takes notes by a square: nobody else could open what it leads to. */
function stallCards(ctx: Ctx, event: EventRow, stalls: readonly SessionSeen[]): StallCard[] {
  const open = may.tell({ kind: "anyone" }, event);
  const way = (id: string) => qrOf(`${ctx.origin}/events/${event.slug}/notes?stall=${id}`);
  return stalls.map((stall) => ({ stall, square: open ? way(stall.id) : null }));
}

export default function PrintSheet() {
  const { sheet, large, tables, event, rows, stalls, cards } = useLoaderData<typeof loader>();
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
      {sheet === "tables" && <TableSheets event={event} tables={tablesFor(stalls, tables)} />}
      {sheet === "stalls" && <StallCards event={event} cards={cards} />}
    </main>
  );
}
