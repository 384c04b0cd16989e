import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TEAM } from "~/features/events/may";
import { NeedFacts } from "~/features/events/NeedFacts";
import { NeedHistory } from "~/features/events/NeedHistory";
import { NeedWork } from "~/features/events/NeedWork";
import { NEED_STATES } from "~/features/events/need-words";
import { findNeedForStaff, listColleagues, listNeedNotes } from "~/features/events/read-needs.server";
import { workOnNeed } from "~/features/events/work-on-need.server";
import { findRemembered } from "~/features/people/read-remembered.server";
import { translator } from "~/platform/i18n.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Tags } from "~/ui/Tags";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const DONE = { saved: "Saved", told: "Saved. The person is being told" };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const need = await findNeedForStaff(ctx, args.params.id ?? "");
  if (!need) throw missing();
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    need: { ...need, event: { ...need.event, onlineLink: null, dialIn: null } },
    title: translator("en")(`needs.${need.task.need}`),
    me: ctx.actor.kind === "account" ? ctx.actor.id : "",
    colleagues: await listColleagues(ctx, need.event),
    notes: await listNeedNotes(ctx, need.task.id),
    remembered: await findRemembered(ctx, need.participant),
    begun: need.event.startsAt <= ctx.now,
    done: done && Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await workOnNeed(ctx, { id, act: one(typed, "act"), typed });
  if (result.ok) return redirect(`/manage/needs/${id}?done=${result.told ? "told" : "saved"}`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "over") return redirect(`/manage/needs/${id}`, 303);
  return refuse(args.context, typed, result.fields);
}

export default function NeedPage() {
  const { need, title, me, colleagues, notes, remembered, begun, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const notice =
    errors.length > 0 ? <ErrorSummary errors={errors} /> : done && <NotificationBanner success text={done} />;
  return (
    <Page
      title={title}
      caption={<bdi>{need.participant.name || `Booking ${need.registration.reference}`}</bdi>}
      back={{ href: "/manage/needs", text: "What people need" }}
      notice={notice}
      head={<Tags items={[NEED_STATES[need.task.state]]} />}
    >
      <NeedFacts need={need} remembered={remembered} />
      {need.task.state !== "withdrawn" && (
        <NeedWork
          task={need.task}
          me={me}
          colleagues={colleagues}
          begun={begun}
          proof={<FormToken />}
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
        />
      )}
      <h2>What happened so far</h2>
      <NeedHistory notes={notes} />
    </Page>
  );
}
