import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClaimTable } from "~/features/events/ClaimTable";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { permitsOf } from "~/features/events/may";
import { pounds } from "~/features/events/money";
import { OfferFields } from "~/features/events/OfferFields";
import { offerPayment } from "~/features/events/offer-payment.server";
import { listClaims, listOffers } from "~/features/events/read-claims.server";
import { sumPaid } from "~/features/events/read-heard.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { BASIS_WORDS, counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { SummaryList } from "~/ui/SummaryList";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Pay people for their part");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { id, slug, title } = seen.event;
  return {
    slug,
    title,
    offers: await listOffers(ctx, id),
    claims: await listClaims(ctx, id),
    paid: await sumPaid(ctx, [id]),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const offered = await offerPayment(ctx, { slug, typed });
  if (offered.ok) return redirect(`/manage/events/${slug}/payments?done=offer_set`, 303);
  if (offered.reason === "missing") throw missing();
  if (offered.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, offered.fields);
}

export default function EventPayments() {
  const { slug, title, offers, claims, paid, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Pay people for their part"
      caption={title}
      lede={`Paid so far: ${pounds(paid.pence)} to ${counted(paid.people, "person", "people")}.`}
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
      head={
        <p>
          <a href="/manage/payments">All payments</a>
        </p>
      }
    >
      {offers.length > 0 && (
        <>
          <h2>What this event pays for</h2>
          <SummaryList
            rows={offers.map((offer) => ({
              key: BASIS_WORDS[offer.basis],
              value: `Up to ${pounds(offer.mostPence)}. ${offer.words}`,
            }))}
          />
        </>
      )}
      {claims.length > 0 ? (
        <>
          <h2>Claims</h2>
          <ClaimTable caption="Claims" rows={claims} />
        </>
      ) : (
        <EmptyState title={offers.length > 0 ? "Nobody has claimed yet" : "This event pays for nothing yet"}>
          <p>
            {offers.length > 0
              ? "People claim on their own booking page. For somebody who rings, open their booking and choose Money."
              : "Say below what it pays for. People with a place then see it on their booking page, with the advice on benefits and tax."}
          </p>
        </EmptyState>
      )}
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/payments`} noValidate>
        <h2>{offers.length > 0 ? "Change what it pays for" : "What it pays for"}</h2>
        <FormToken />
        <OfferFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
        <Button variant="secondary">Save</Button>
      </form>
    </Page>
  );
}
