import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { needLine } from "~/features/events/need-words";
import { listNeedsOf } from "~/features/events/read-need-tasks.server";
import { findParty } from "~/features/events/read-registrations.server";
import { RememberedNeeds } from "~/features/people/RememberedNeeds";
import { RememberFields } from "~/features/people/RememberFields";
import { findRemembered } from "~/features/people/read-remembered.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
import { askedTyped, rememberedTyped } from "~/features/people/remembered-typed";
import { getBorough, getPeriods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const NEWS = ["remembered", "forgotten"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const party = await findParty(ctx, { link: token });
  if (!party) throw missing();
  const { registration, event, participant } = party;
  const needs = await listNeedsOf(ctx, registration.id);
  const own = await findRemembered(ctx, participant);
  // Whoever made this booking under a known name and contact is not told what was said with another.
  const remembered = own?.participantId === participant.id ? own : null;
  const news = new URL(args.request.url).searchParams.get("news");
  return {
    token,
    event: event.title,
    needs,
    said: [registration.language, registration.needsDetail].filter((words) => words !== null),
    remembered,
    start: remembered ? rememberedTyped(remembered) : askedTyped(needs, registration.language),
    mayChange: registration.state !== "cancelled" && event.endsAt > ctx.now,
    phone: (await getBorough(ctx)).contacts.phone,
    days: (await getPeriods(ctx)).accessNeedsDays,
    title: translator(args.context.locale as Locale)("remember.title"),
    news: NEWS.find((one) => one === news) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const party = await findParty(ctx, { link: token });
  if (!party) throw missing();
  const typed = await typedIn(args.request);
  const participantId = party.participant.id;
  const result = await rememberNeeds(ctx, { participantId, typed, channel: "web" });
  const here = inLocale(args.context.locale as Locale, `/registrations/${token}/needs`);
  if (result.ok) return redirect(`${here}?news=remembered`, 303);
  if (result.reason === "missing") throw missing();
  return refuse(args.context, typed, result.fields);
}

export default function RegistrationNeeds() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { token, needs, said, remembered } = data;
  const home = `/registrations/${token}`;
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: `#${name}`,
  }));
  const form = (
    <form method="post" action={link(`${home}/needs`)} noValidate>
      <FormToken />
      <RememberFields typed={refused?.typed ?? data.start} fields={refused?.fields ?? {}} />
      <Button>{t("remember.save")}</Button>
    </form>
  );
  return (
    <Page
      title={t("remember.title")}
      lede={<span {...asEnglish(locale)}>{data.event}</span>}
      back={{ href: link(home), text: t("leave.back") }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          data.news && <NotificationBanner success text={t(`remember.news.${data.news}`)} />
        )
      }
    >
      <div className="rh-narrow">
        <h2>{t("remember.asked")}</h2>
        {needs.length + said.length === 0 && <p>{t("remember.nothing")}</p>}
        <ul className="rh-list">
          {needs.map((one) => (
            <li key={one.need}>{needLine(one, t)}</li>
          ))}
          {said.map((words) => (
            <li key={words}>
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
        <p>
          {t("remember.wrong", { phone: data.phone })} {t("remember.goes", { days: data.days })}
        </p>
        {data.mayChange && (
          <p>
            <a href={link(`${home}/change`)}>{t("remember.change")}</a>
          </p>
        )}
        <h2>{t("remember.heading")}</h2>
        <p>{remembered ? t("remember.text") : t("remember.none")}</p>
        {remembered && <RememberedNeeds remembered={remembered} locale={locale} />}
        {remembered && (
          <ButtonRow>
            <ButtonLink href={link(`${home}/needs/forget`)} variant="secondary">
              {t("remember.forget")}
            </ButtonLink>
          </ButtonRow>
        )}
        <Details summary={remembered ? t("remember.changed") : t("remember.legend")} open={errors.length > 0}>
          {form}
        </Details>
      </div>
    </Page>
  );
}
