import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { ActivityFilterRow } from "~/features/engagement/ActivityFilterRow";
import { ActivityTable } from "~/features/engagement/ActivityTable";
import { staffAddress } from "~/features/engagement/address";
import { doneIn } from "~/features/engagement/done";
import { LateTable } from "~/features/engagement/LateTable";
import { may, reachOf } from "~/features/engagement/may";
import { listPlans } from "~/features/engagement/read.server";
import { countLateFollowUps } from "~/features/engagement/read-outreach.server";
import { listForStaff, listLate } from "~/features/engagement/read-staff.server";
import { STATES } from "~/features/engagement/rules";
import { counted } from "~/features/engagement/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { dayOf } from "~/platform/london";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Engagement");

const FEW = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const asked = new URL(args.request.url).searchParams;
  const [plans, neighbourhoods] = [await listPlans(ctx), await listNeighbourhoods(ctx)];
  const plan = plans.find((one) => one.slug === asked.get("plan"));
  const neighbourhood = neighbourhoods.find((one) => one.slug === asked.get("neighbourhood"));
  const state = STATES.find((one) => one === asked.get("state"));
  const words = (asked.get("q") ?? "").trim().slice(0, 100);
  const page = Number.parseInt(asked.get("page") ?? "1", 10) || 1;
  const late = await listLate(ctx);
  const organises = reachOf(ctx.actor, "organise");
  return {
    list: await listForStaff(ctx, {
      planId: plan?.id,
      neighbourhoodId: neighbourhood?.id,
      state,
      words,
      page,
    }),
    late: late.slice(0, FEW),
    lateCount: late.length,
    lateFollowUps: await countLateFollowUps(ctx),
    chosen: {
      plan: plan?.slug ?? "",
      neighbourhood: neighbourhood?.slug ?? "",
      state: state ?? "",
      q: words,
    },
    plans: plans.map(({ slug, title }) => ({ slug, title })),
    neighbourhoods: neighbourhoods.map(({ slug, name }) => ({ slug, name })),
    organises: organises === "all" || organises.length > 0,
    today: dayOf(ctx.now),
    done: doneIn(args.request.url),
  };
}

export default function ManageEngagement() {
  const { list, late, lateCount, lateFollowUps, chosen, plans, neighbourhoods, organises, today, done } =
    useLoaderData<typeof loader>();
  const at = (page: number) => staffAddress({ ...chosen, page: String(page) });
  return (
    <Page
      title="Engagement"
      notice={done && <ActivityDone done={done} />}
      head={
        <ButtonRow>
          {organises && <ButtonLink href="/manage/engagement/new">Add an activity</ButtonLink>}
          <ButtonLink href="/manage/engagement/outreach" variant="secondary">
            Outreach log
          </ButtonLink>
          <a href="/manage/engagement/plans">Plans</a>
          <a href="/manage/engagement/settings">Times and elections</a>
        </ButtonRow>
      }
    >
      {lateCount + lateFollowUps > 0 && (
        <>
          <SectionHead
            title={`Late: ${lateCount + lateFollowUps}`}
            link={{ href: "/manage/engagement/late", text: "See all that is late" }}
          />
          {late.length > 0 ? (
            <LateTable caption="What has been late for longest" late={late} />
          ) : (
            <p>{counted(lateFollowUps, "follow-up", "follow-ups")} from outreach.</p>
          )}
        </>
      )}
      <SectionHead title="All activities" />
      <ActivityFilterRow chosen={chosen} plans={plans} neighbourhoods={neighbourhoods} />
      {list.total === 0 ? (
        <EmptyState title="No activity fits" headingLevel={3}>
          <p>
            <a href="/manage/engagement">Show all activities</a>
          </p>
        </EmptyState>
      ) : (
        <ActivityTable
          caption={counted(list.total, "activity", "activities")}
          activities={list.activities}
          today={today}
        />
      )}
      {list.pages > 1 && (
        <Pagination
          previous={list.page > 1 ? { href: at(list.page - 1) } : undefined}
          next={list.page < list.pages ? { href: at(list.page + 1) } : undefined}
          items={Array.from({ length: list.pages }, (_, n) => n + 1)
            .filter((number) => Math.abs(number - list.page) < 4)
            .map((number) => ({ number, href: at(number), current: number === list.page }))}
        />
      )}
    </Page>
  );
}
