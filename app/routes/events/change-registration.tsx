import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changeRegistration } from "~/features/events/change-registration.server";
import { PartyChoices } from "~/features/events/PartyChoices";
import { PartyFields } from "~/features/events/PartyFields";
import { PaymentFields } from "~/features/events/PaymentFields";
import { findParty, needsOf } from "~/features/events/read-registrations.server";
import { listChoices, listSessions } from "~/features/events/read-sessions.server";
import { isLateToAsk } from "~/features/events/rules";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, type Typed } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const party = await findParty(ctx, { link: token });
  if (!party) throw missing();
  const { registration, event } = party;
  if (registration.state === "cancelled")
    throw redirect(inLocale(args.context.locale as Locale, `/registrations/${token}`));
  const now = {
    party: String(registration.party),
    carers: String(registration.carers),
    needs: await needsOf(ctx, registration.id),
    language: registration.language ?? "",
    needsDetail: registration.needsDetail ?? "",
    payment: registration.wantsPayment ? "yes" : "no",
    advised: registration.advisedAt ? "yes" : "",
  };
  const { onlineLink: _link, dialIn: _dial, description: _source, ...shown } = event;
  const chosen = (await listChoices(ctx, registration.id)).map(({ session }) => session.id);
  const by = event.adjustBy ? dayAndClock(event.adjustBy, args.context.locale) : "";
  return {
    token,
    now: { ...now, attending: registration.attending, sessions: chosen },
    event: shown,
    sessions: await listSessions(ctx, event.id),
    adjust: event.adjustBy && { late: isLateToAsk(event, ctx.now), by },
    title: translator(args.context.locale as Locale)("change.title"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const key = { link: args.params.token ?? "" };
  const typed = await typedIn(args.request);
  const party = await findParty(ctx, key);
  if (!party) throw missing();
  const whole = await filledIn(typed, party.registration, () => needsOf(ctx, party.registration.id));
  const result = await changeRegistration(ctx, key, whole);
  const back = inLocale(args.context.locale as Locale, `/registrations/${key.link}`);
  if (result.ok) return redirect(`${back}?news=changed`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "ended" || result.reason === "past") return redirect(back, 303);
  const left = "left" in result ? result.left : 0;
  return refuse(args.context, { ...whole, left: String(left) }, result.fields);
}

type Was = {
  party: number;
  carers: number;
  places: number;
  language: string | null;
  needsDetail: string | null;
};

/** A form that names only how many people come (or takes the few places left) leaves everything else as it was. */
async function filledIn(typed: Typed, was: Was, needs: () => Promise<string[]>) {
  const fewer = Number.parseInt(one(typed, "fewer"), 10);
  const whole =
    "needsDetail" in typed
      ? typed
      : { ...typed, needs: await needs(), language: was.language ?? "", needsDetail: was.needsDetail ?? "" };
  if (!(fewer > 0)) return { carers: String(was.carers), ...whole };
  return { ...whole, party: String(was.party - (was.places - fewer)), carers: String(was.carers) };
}

export default function ChangeRegistration() {
  const { token, now, event, sessions, adjust } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const link = useLink();
  const { locale } = useFacts();
  const fields = refused?.fields ?? {};
  const count = Number(one(refused?.typed ?? {}, "left"));
  const said = Object.fromEntries(
    Object.entries(fields).map(([name, [key = ""]]) => [name, [t(key, { count })]]),
  );
  const errors = Object.entries(said).map(([name, [text = ""]]) => ({ text, href: `#${name}` }));
  return (
    <Page
      title={t("change.title")}
      lede={<span {...asEnglish(locale)}>{event.title}</span>}
      back={{ href: link(`/registrations/${token}`), text: t("leave.back") }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form method="post" action={link(`/registrations/${token}/change`)} noValidate>
        <FormToken />
        <PartyChoices typed={refused?.typed ?? now} fields={said} event={event} sessions={sessions} />
        <PartyFields typed={refused?.typed ?? now} fields={said} event={event} adjust={adjust} />
        {event.provided.includes("payment_for_time") && (
          <PaymentFields typed={refused?.typed ?? now} fields={said} headingLevel={2} />
        )}
        <ButtonRow>
          <Button>{t("change.save")}</Button>
          <ButtonLink href={link(`/registrations/${token}`)} variant="secondary">
            {t("change.no")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
