import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EqualityAsk } from "~/features/equality/EqualityAsk";
import { doorAddress } from "~/features/events/arrivals";
import { leftIn, poolOf } from "~/features/events/pools";
import { RegistrationActions } from "~/features/events/RegistrationActions";
import { RegistrationSummary } from "~/features/events/RegistrationSummary";
import { listOffers } from "~/features/events/read-claims.server";
import { findParty, getPartyDetails } from "~/features/events/read-registrations.server";
import { bookingAt, joinsOnline } from "~/features/events/rules";
import { getBorough } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { qrOf } from "~/platform/qr.server";
import { findCollection } from "~/routes/collections.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Panel } from "~/ui/Panel";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Other programs read the state from `main`. */
export const handle = {
  facts: (data?: { registration: { state: string } }) =>
    data ? { "data-registration-state": data.registration.state } : {},
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const party = await findParty(ctx, { link: token });
  if (!party) throw missing();
  const { event, registration } = party;
  const t = translator(args.context.locale as Locale);
  const details = await getPartyDetails(ctx, party);
  return {
    token,
    event: { ...event, ...(joinsOnline(event, registration) ? {} : { onlineLink: null, dialIn: null }) },
    registration,
    person: { name: party.participant.name, contact: party.participant.preferredContact },
    details: { ...details, participant: undefined },
    borough: await getBorough(ctx),
    canRejoin: bookingAt(event, ctx.now) === "open" && registration.approval !== "declined",
    isOver: event.endsAt <= ctx.now,
    left: leftIn(event, poolOf(event, registration)),
    qr: qrOf(doorAddress(ctx.origin, event, registration.reference)),
    pays: registration.state === "confirmed" && (await listOffers(ctx, event.id)).length > 0,
    asks:
      registration.state !== "cancelled" && Boolean((await findCollection(ctx, "event", event.slug))?.open),
    title: t(`registration.${standingOf(registration)}.title`),
    news: newsOf(args.request),
  };
}

/** A request that nobody has answered is `waiting`, with words of its own. */
function standingOf({ state, approval }: { state: string; approval: string }): string {
  return state === "waiting" && approval === "asked" ? "asked" : state;
}

const NEWS = ["changed", "accepted", "rejoined", "offer_gone"] as const;

/** What just happened, from a closed list, so that nothing typed in an address is ever shown. */
function newsOf(request: Request): (typeof NEWS)[number] | null {
  const asked = new URL(request.url).searchParams.get("news");
  return NEWS.find((one) => one === asked) ?? null;
}

export default function RegistrationPage() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { registration, event, details } = data;
  const words = {
    count: details.ahead,
    event: event.title,
    until: registration.offerExpiresAt ? dayAndClock(registration.offerExpiresAt, locale) : "",
    reason: registration.approvalReason ?? "",
  };
  const standing = standingOf(registration);
  const ended = registration.ended ?? "by_person";
  const text =
    registration.state === "cancelled"
      ? t(`registration.ended.${ended}`, words)
      : t(`registration.${standing}.text`, words);
  return (
    <Section>
      {data.news && <NotificationBanner success text={t(`registration.news.${data.news}`)} />}
      <Panel title={data.title}>
        {t("registration.reference")} <strong dir="ltr">{registration.reference}</strong>
      </Panel>
      <p className="rh-lede">{text}</p>
      {standing === "waiting" && (
        <p>
          {details.ahead === 0 ? t("registration.first") : t("registration.ahead", { count: details.ahead })}
        </p>
      )}
      <RegistrationActions
        token={data.token}
        registration={registration}
        left={data.left}
        canRejoin={data.canRejoin}
        isOver={data.isOver}
        proof={<FormToken />}
        link={link}
      />
      {data.pays && (
        <p>
          <a href={link(`/registrations/${data.token}/money`)}>{t("money.link")}</a>
        </p>
      )}
      <RegistrationSummary data={data} locale={locale} link={link} />
      {data.asks && <EqualityAsk kind="event" slug={event.slug} link={link} />}
    </Section>
  );
}
