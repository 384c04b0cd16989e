import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { outreachAddress } from "~/features/engagement/address";
import { doneIn } from "~/features/engagement/done";
import { may, reachOf } from "~/features/engagement/may";
import { OutreachTable } from "~/features/engagement/OutreachTable";
import { findActivityRow } from "~/features/engagement/read.server";
import { listOutreach } from "~/features/engagement/read-outreach.server";
import { counted } from "~/features/engagement/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { CardGrid } from "~/ui/CardGrid";
import { EmptyState } from "~/ui/EmptyState";
import { FilterRow } from "~/ui/FilterRow";
import { Pagination } from "~/ui/Pagination";
import { Select } from "~/ui/Select";
import { StatTile } from "~/ui/StatTile";

const TITLE = "Outreach log";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.seeOutreach(ctx.actor)) throw forbidden();
  const asked = new URL(args.request.url).searchParams;
  const neighbourhoods = await listNeighbourhoods(ctx);
  const neighbourhood = neighbourhoods.find((one) => one.slug === asked.get("neighbourhood"));
  const wanted = asked.get("activity");
  const activity = wanted ? await findActivityRow(ctx, { slug: wanted }) : null;
  const page = Number.parseInt(asked.get("page") ?? "1", 10) || 1;
  return {
    log: await listOutreach(ctx, { neighbourhoodId: neighbourhood?.id, activityId: activity?.id, page }),
    chosen: { neighbourhood: neighbourhood?.slug ?? "", activity: activity?.slug ?? "" },
    activity: activity?.title ?? null,
    neighbourhoods: neighbourhoods.map(({ slug, name }) => ({ slug, name })),
    writes: reachOf(ctx.actor, "outreach").length > 0,
    done: doneIn(args.request.url),
  };
}

export default function Outreach() {
  const { log, chosen, activity, neighbourhoods, writes, done } = useLoaderData<typeof loader>();
  const at = (page: number) => outreachAddress({ ...chosen, page });
  return (
    <Page
      title={TITLE}
      caption={activity}
      lede="Where we went, how many people we spoke to, and what we heard."
      back={{ href: "/manage/engagement", text: "Engagement" }}
      notice={done && <ActivityDone done={done} />}
      head={
        writes && (
          <p>
            <ButtonLink href="/manage/engagement/outreach/new">Write down a visit</ButtonLink>
          </p>
        )
      }
    >
      <FilterRow
        action="/manage/engagement/outreach"
        all={Boolean(chosen.neighbourhood || chosen.activity) && "/manage/engagement/outreach"}
      >
        <Select
          name="neighbourhood"
          label="Neighbourhood"
          defaultValue={chosen.neighbourhood}
          items={[
            { value: "", text: "All" },
            ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
        {chosen.activity && <input type="hidden" name="activity" value={chosen.activity} />}
      </FilterRow>
      {log.total === 0 ? (
        <EmptyState title="No visit stands here">
          <p>Write one down when you have been out, while you still remember what you heard.</p>
        </EmptyState>
      ) : (
        <>
          <CardGrid size="stats">
            <StatTile number={log.total} label="visits" icon="house" />
            <StatTile number={log.heads} label="people spoken to, who left no name" icon="talk" tone="sky" />
            <StatTile number={log.named} label="people who left their name" icon="people" tone="blush" />
          </CardGrid>
          <OutreachTable caption={counted(log.total, "visit", "visits")} entries={log.entries} />
        </>
      )}
      {log.pages > 1 && (
        <Pagination
          previous={log.page > 1 ? { href: at(log.page - 1) } : undefined}
          next={log.page < log.pages ? { href: at(log.page + 1) } : undefined}
          items={Array.from({ length: log.pages }, (_, n) => n + 1)
            .filter((number) => Math.abs(number - log.page) < 4)
            .map((number) => ({ number, href: at(number), current: number === log.page }))}
        />
      )}
    </Page>
  );
}
