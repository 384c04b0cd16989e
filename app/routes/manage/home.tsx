import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may as mayDecide } from "~/features/appraisals/may";
import { countOverdueDecisions } from "~/features/appraisals/read-decisions.server";
import { LateTable } from "~/features/engagement/LateTable";
import { listLate } from "~/features/engagement/read-staff.server";
import { EventTable } from "~/features/events/EventTable";
import { reachOf } from "~/features/events/may";
import { getWaitingWork } from "~/features/events/read-waiting-work.server";
import { WorkTables } from "~/features/events/WorkTables";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { SectionHead } from "~/ui/SectionHead";

const TITLE = "What is waiting for you";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const organises = reachOf(ctx.actor, "organise");
  return {
    work: await getWaitingWork(ctx),
    late: (await listLate(ctx, { mine: true })).slice(0, 5),
    overdue: mayDecide.work(ctx.actor) ? await countOverdueDecisions(ctx) : 0,
    organises: organises === "all" || organises.length > 0,
    counts: reachOf(ctx.actor, "count").length > 0,
    judges: reachOf(ctx.actor, "judge").length > 0,
    now: ctx.now,
    name: ctx.actor.kind === "account" ? ctx.actor.name : "",
  };
}

export default function ManageHome() {
  const { work, late, overdue, organises, counts, judges, now, name } = useLoaderData<typeof loader>();
  const { today, tasks, claims, ...rest } = work;
  const nothing =
    claims === 0 &&
    overdue === 0 &&
    Object.values(tasks).every((n) => n === 0) &&
    [...Object.values(rest), late].every((list) => list.length === 0);
  return (
    <Page
      title={TITLE}
      caption={name}
      head={
        <ButtonRow>
          {organises && <ButtonLink href="/manage/events/new">Make an event</ButtonLink>}
          <ButtonLink href="/manage/events" variant={organises ? "secondary" : "primary"}>
            All events
          </ButtonLink>
        </ButtonRow>
      }
    >
      {today.length > 0 && <EventTable caption="Today" events={today} />}
      {overdue > 0 && (
        <p>
          <a href="/manage/decisions?state=overdue">Decisions whose day is over: {overdue}</a>
        </p>
      )}
      {nothing ? (
        <EmptyState title="Nothing is waiting" icon="sun">
          {counts ? (
            <p>No offer, call, letter, need, note or draft needs you now. New ones will stand here.</p>
          ) : judges ? (
            <p>No note waits to be read. New ones will stand here.</p>
          ) : (
            <p>Your role does not work with events. What it does work with is in the menu above.</p>
          )}
        </EmptyState>
      ) : (
        <WorkTables work={work} now={now} />
      )}
      {late.length > 0 && (
        <>
          <SectionHead
            title="Engagement that is late"
            link={{ href: "/manage/engagement/late", text: "See all that is late" }}
          />
          <LateTable caption="What has been late for longest" late={late} />
        </>
      )}
    </Page>
  );
}
