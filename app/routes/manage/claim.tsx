import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClaimActs } from "~/features/events/ClaimActs";
import { decideClaim } from "~/features/events/decide-claim.server";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { pounds } from "~/features/events/money";
import { findClaim } from "~/features/events/read-claims.server";
import { BASIS_WORDS, CLAIM_STATES, PAID_BY_WORDS } from "~/features/events/staff-words";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { SummaryList } from "~/ui/SummaryList";
import { Tags } from "~/ui/Tags";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && (args.data.name || `Booking ${args.data.reference}`));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findClaim(ctx, args.params.id ?? "");
  if (!found) throw missing();
  return { ...found, done: doneIn(args.request.url) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const decided = await decideClaim(ctx, { id, typed });
  if (decided.ok) return redirect(`/manage/claims/${id}?done=claim_decided`, 303);
  if (decided.reason === "missing") throw missing();
  const changed = { "": ["Somebody decided on it meanwhile. Look at how it stands now"] };
  return refuse(args.context, typed, decided.reason === "changed" ? changed : decided.fields);
}

export default function Claim() {
  const { claim, event, name, reference, most, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const state = CLAIM_STATES[claim.state];
  const at = (moment: Date | null) => (moment ? dayAndClock(moment) : null);
  const facts: [string, string | null][] = [
    ["For", [BASIS_WORDS[claim.basis], claim.words].filter(Boolean).join(": ")],
    ["Amount", claim.pence ? pounds(claim.pence) : null],
    ["At most", pounds(most)],
    ["Had the advice", at(claim.advisedAt)],
    ["Claimed", at(claim.claimedAt)],
    ["Approved", at(claim.approvedAt)],
    ["Paid", at(claim.paidAt)],
    ["How", claim.paidBy && PAID_BY_WORDS[claim.paidBy]],
  ];
  return (
    <Page
      title={<bdi>{name || `Booking ${reference}`}</bdi>}
      caption={event.title}
      back={{ href: `/manage/events/${event.slug}/payments`, text: "Payments of this event" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
      head={state && <Tags items={[state]} />}
    >
      <SummaryList rows={facts.flatMap(([key, value]) => (value ? [{ key, value }] : []))} />
      <ClaimActs claim={claim} refused={refused} proof={<FormToken />} />
      <p>
        <a href={`/manage/registrations/${claim.registrationId}`}>Their booking</a>
      </p>
    </Page>
  );
}
