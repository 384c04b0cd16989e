import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { confirmIdea, findUnconfirmed } from "~/features/ideas/confirm-idea.server";
import { PERSON_COOKIE, SUPPORTER_SECONDS, sealedPerson } from "~/features/ideas/know-supporter.server";
import { asWritten } from "~/features/ideas/rules";
import { cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const t = translator(args.context.locale as Locale);
  const token = args.params.token ?? "";
  const found = await findUnconfirmed(ctx, token);
  return {
    title: t(found ? "ideas.confirm.title" : "ideas.confirm.gone"),
    idea: found && { title: found.idea.title, text: found.idea.text, locale: found.idea.locale },
    token,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const done = await confirmIdea(ctx, { link: args.params.token ?? "" });
  if (!done.ok) throw missing();
  const known = cookieLine(ctx.origin, PERSON_COOKIE, sealedPerson(ctx, done.supporter), SUPPORTER_SECONDS);
  const path = done.state === "live" ? `${done.slug}?news=posted` : "new?news=held";
  const to = inLocale(args.context.locale as Locale, `/ideas/${done.board}/${path}`);
  return redirect(to, { status: 303, headers: { "Set-Cookie": known } });
}

export default function ConfirmIdea() {
  const { title, idea, token } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <Page title={title} lede={t(idea ? "ideas.confirm.text" : "ideas.confirm.goneText")}>
      {idea && (
        <form className="rh-narrow" action={link(`/ideas/confirm/${token}`)} method="post">
          <FormToken />
          <h2 {...asWritten(idea.locale, locale)}>{idea.title}</h2>
          <p {...asWritten(idea.locale, locale)}>{idea.text}</p>
          <Button>{t("ideas.confirm.button")}</Button>
        </form>
      )}
    </Page>
  );
}
