import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EventNeeds } from "~/features/events/EventNeeds";
import { TEAM } from "~/features/events/may";
import { NeedMeasure, NeedSteps } from "~/features/events/NeedMeasure";
import { NeedTable } from "~/features/events/NeedTable";
import { VIEWS } from "~/features/events/need-words";
import {
  countNeedsToArrange,
  listEventsWithNeeds,
  listNeedsToArrange,
  measureNeeds,
} from "~/features/events/read-needs.server";
import { listReviews } from "~/features/people/read-remembered.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Details } from "~/ui/Details";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";
import { Pagination } from "~/ui/Pagination";
import { SubNav } from "~/ui/SubNav";

const TITLE = "What people need";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

const YEAR_MS = 365 * 86_400_000;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const asked = new URL(args.request.url).searchParams;
  const view = VIEWS.find((one) => one === asked.get("view")) ?? "all";
  const span = { from: new Date(ctx.now.getTime() - YEAR_MS), to: ctx.now };
  return {
    view,
    now: ctx.now,
    counts: await countNeedsToArrange(ctx),
    list: await listNeedsToArrange(ctx, { view, after: asked.get("after") }),
    events: await listEventsWithNeeds(ctx),
    reviews: (await listReviews(ctx)).length,
    measure: await measureNeeds(ctx, span),
  };
}

const VIEW_WORDS = { all: "All", mine: "Mine", unowned: "Nobody’s yet", late: "Late" };

export default function Needs() {
  const { view, now, counts, list, events, reviews, measure } = useLoaderData<typeof loader>();
  const at = (one: (typeof VIEWS)[number]) => (one === "all" ? "/manage/needs" : `/manage/needs?view=${one}`);
  return (
    <Page title={TITLE} lede="Everything that someone with a place has asked for, until it is seen to.">
      {reviews > 0 && (
        <InsetText>
          <p>
            People asked whether what we remember still holds, without an answer so far:{" "}
            <a href="/manage/needs/reviews">{reviews}</a>
          </p>
        </InsetText>
      )}
      <h2>To arrange</h2>
      <SubNav
        label="Which needs"
        items={VIEWS.map((one) => ({
          href: at(one),
          text: `${VIEW_WORDS[one]} (${counts[one]})`,
          current: one === view,
        }))}
      />
      {list.needs.length === 0 ? (
        <EmptyState title="Nothing to arrange here" icon="sun" headingLevel={3}>
          <p>When someone saves a place and says what would help, it stands here until it is arranged.</p>
        </EmptyState>
      ) : (
        <NeedTable caption="To arrange, what is due first" needs={list.needs} now={now} />
      )}
      {list.more && (
        <Pagination next={{ href: `/manage/needs?${new URLSearchParams({ view, after: list.more })}` }} />
      )}
      <h2>By event</h2>
      <EventNeeds events={events} now={now} />
      <h2>In the last year</h2>
      <p>
        The measure is needs met out of needs asked for. These numbers are for staff: on public pages a number
        of fewer than 8 people is never shown.
      </p>
      {measure.length > 0 ? <NeedMeasure measure={measure} /> : <p>No event with needs is over yet.</p>}
      <Details summary="The six steps of the accessible information standard (DAPB1605)">
        <NeedSteps />
      </Details>
    </Page>
  );
}
