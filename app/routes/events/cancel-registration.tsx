import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { findParty } from "~/features/events/read-registrations.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const party = await findParty(ctx, { link: token });
  if (!party) throw missing();
  const t = translator(args.context.locale as Locale);
  const waits = party.registration.state === "waiting";
  return {
    token,
    waits,
    event: party.event.title,
    title: waits ? t("leave.waitingTitle") : t("leave.title"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const result = await cancelRegistration(ctx, { link: token });
  if (!result.ok) throw missing();
  return redirect(inLocale(args.context.locale as Locale, `/registrations/${token}`), 303);
}

export default function CancelRegistration() {
  const here = useHere();
  const { token, waits, event, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const link = useLink();
  const { locale } = useFacts();
  return (
    <Page
      title={title}
      lede={<span {...asEnglish(locale)}>{event}</span>}
      back={{ href: link(`/registrations/${token}`), text: t("leave.back") }}
    >
      <p>{waits ? t("leave.waitingText") : t("leave.text")}</p>
      <form method="post" action={here}>
        <FormToken />
        <ButtonRow>
          <Button variant="warning">{waits ? t("leave.waitingYes") : t("leave.yes")}</Button>
          <ButtonLink href={link(`/registrations/${token}`)} variant="secondary">
            {t("leave.no")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
