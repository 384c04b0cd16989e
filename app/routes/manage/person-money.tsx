import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  adviseClaimant,
  claimPayment,
  declinePayment,
  offerToPerson,
} from "~/features/events/claim-payment.server";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { MoneyParts } from "~/features/events/MoneyParts";
import { OfferToPerson } from "~/features/events/OfferToPerson";
import { findClaimant } from "~/features/events/read-claims.server";
import { getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Money for somebody");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findClaimant(ctx, { id: args.params.id ?? "" });
  if (found?.registration.state !== "confirmed" || found.parts.length === 0) throw missing();
  return {
    id: found.registration.id,
    name: found.participant.name || `Booking ${found.registration.reference}`,
    event: { slug: found.event.slug, title: found.event.title },
    parts: found.parts,
    hasBegun: found.event.startsAt <= ctx.now,
    phone: (await getBorough(ctx)).contacts.phone,
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const basis = one(typed, "basis") === "expenses" ? ("expenses" as const) : ("time" as const);
  const claiming = { key: { id }, basis };
  const act = one(typed, "act");
  const verbs = { offer: offerToPerson, decline: declinePayment, read: adviseClaimant };
  const verb = verbs[act as keyof typeof verbs];
  const answer =
    act === "claim" ? await claimPayment(ctx, { ...claiming, typed }) : await verb?.(ctx, claiming);
  if (answer?.ok) {
    const done = act === "offer" ? "person_offered" : "claim_decided";
    return redirect(`/manage/registrations/${id}/money?done=${done}`, 303);
  }
  if (!answer || answer.reason === "missing") throw missing();
  return refuse(args.context, typed, answer.fields ?? { "": [`problems.${answer.reason}`] });
}

export default function PersonMoney() {
  const { id, name, event, parts, hasBegun, phone, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const basis = one(refused?.typed ?? {}, "basis");
  const here = `/manage/registrations/${id}/money`;
  const errors = Object.entries(refused?.fields ?? {}).map(([field, [key = ""]]) => ({
    text: t(key),
    href: field ? `#${basis}-${field}` : undefined,
  }));
  return (
    <Page
      title="Money for somebody"
      caption={event.title}
      lede={<bdi>{name}</bdi>}
      back={{ href: `/manage/registrations/${id}`, text: "Their booking" }}
      notice={refused ? <ErrorSummary errors={errors} /> : done && <EventDone done={done} />}
    >
      <div className="rh-narrow">
        <InsetText>
          Read it out as it stands here: it speaks to them, as their own page does. Press what they say.
        </InsetText>
        <OfferToPerson parts={parts} action={here} proof={<FormToken />} />
        <MoneyParts
          parts={parts}
          hasBegun={hasBegun}
          phone={phone}
          action={here}
          refused={refused}
          locale="en"
          proof={<FormToken />}
        />
        <p>
          <a href={`/manage/events/${event.slug}/payments`}>Payments of this event</a>
        </p>
      </div>
    </Page>
  );
}
