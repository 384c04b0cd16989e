import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findParty } from "~/features/events/read-registrations.server";
import { ForgetQuestion } from "~/features/people/ForgetQuestion";
import { forgetRememberedNeeds } from "~/features/people/forget-remembered-needs.server";

import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  if (!(await findParty(ctx, { link: token }))) throw missing();
  return { token, title: translator(args.context.locale as Locale)("remember.forgetTitle") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const found = await findParty(ctx, { link: token });
  if (!found) throw missing();
  const participantId = found.participant.id;
  const result = await forgetRememberedNeeds(ctx, { participantId, channel: "web" });
  if (!result.ok) throw missing();
  return redirect(
    inLocale(args.context.locale as Locale, `/registrations/${token}/needs?news=forgotten`),
    303,
  );
}

export default function ForgetRemembered() {
  const { token, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const here = useHere();
  const link = useLink();
  const back = link(`/registrations/${token}/needs`);
  return (
    <Page title={title} back={{ href: back, text: t("remember.title") }}>
      <ForgetQuestion here={here} back={back} proof={<FormToken />} />
    </Page>
  );
}
