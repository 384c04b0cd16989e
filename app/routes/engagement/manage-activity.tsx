import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityActions } from "~/features/engagement/ActivityActions";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { ActivityFacts } from "~/features/engagement/ActivityFacts";
import { ActivityTasks } from "~/features/engagement/ActivityTasks";
import { doneIn } from "~/features/engagement/done";
import { ElectionNote } from "~/features/engagement/ElectionNote";
import { may } from "~/features/engagement/may";
import { medianOf } from "~/features/engagement/median";
import { tallyRatings } from "~/features/engagement/read.server";
import { getChecklist } from "~/features/engagement/read-checklist.server";
import { listOutreach } from "~/features/engagement/read-outreach.server";
import { findForStaff } from "~/features/engagement/read-staff.server";
import { isForStaff, standingOf } from "~/features/engagement/rules";
import { CLOSED, counted, ONLY_STAFF, STATE_WORDS } from "~/features/engagement/staff-words";
import { EventTable } from "~/features/events/EventTable";
import { listEventsOf } from "~/features/events/read.server";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.seen.activity.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { id } = seen.activity;
  const { heads, named, total } = await listOutreach(ctx, { activityId: id });
  return {
    seen,
    checklist: await getChecklist(ctx, seen),
    said: medianOf(await tallyRatings(ctx, id)),
    events: await listEventsOf(ctx, id),
    outreach: { heads, named, total },
    mayEdit: may.edit(ctx.actor, seen.activity),
    today: dayOf(ctx.now),
    done: doneIn(args.request.url),
  };
}

export default function ManageActivity() {
  const { seen, checklist, said, events, outreach, mayEdit, today, done } = useLoaderData<typeof loader>();
  const { activity, consultation, neighbourhood } = seen;
  const state = standingOf(activity, today) === "closed" ? CLOSED : STATE_WORDS[activity.state];
  const over = activity.state === "done" || activity.state === "cancelled";
  return (
    <Page
      title={activity.title}
      caption={neighbourhood?.name ?? "Whole borough"}
      lede={activity.summary}
      back={{ href: "/manage/engagement", text: "Engagement" }}
      notice={done && <ActivityDone done={done} />}
      head={
        <>
          <div className="rh-staff-state">
            <Tags items={[state, ...(isForStaff(activity) ? [ONLY_STAFF] : [])]} />
            {activity.cancelReason && <p>{activity.cancelReason}</p>}
          </div>
          <ActivityActions activity={activity} mayEdit={mayEdit} proof={<FormToken />} />
        </>
      }
    >
      {!over && <ElectionNote clashes={checklist.clashes} />}
      {activity.state !== "cancelled" && (
        <ActivityTasks
          activity={activity}
          consultation={consultation}
          toOpen={checklist.toOpen}
          toDecide={checklist.toDecide}
        />
      )}
      <h2>How it is set up</h2>
      <ActivityFacts seen={seen} said={said} />
      {events.length > 0 && (
        <EventTable caption={`Its ${counted(events.length, "event", "events")}`} events={events} />
      )}
      {outreach.total > 0 && (
        <p>
          <a href={`/manage/engagement/outreach?activity=${activity.slug}`}>
            {counted(outreach.total, "outreach visit", "outreach visits")}
          </a>
          : {counted(outreach.heads, "person", "people")} spoken to without a name, and{" "}
          {counted(outreach.named, "person", "people")} who left one.
        </p>
      )}
    </Page>
  );
}
