import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findFollowing, isUnfollowLink } from "~/features/responses/read-followers.server";
import { unfollowThing } from "~/features/responses/unfollow-thing.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const link = args.params.link ?? "";
  if (!isUnfollowLink(ctx, link)) throw missing();
  const following = await findFollowing(ctx, link);
  const t = translator(args.context.locale as Locale);
  return {
    follows: following !== null,
    said: following?.said ?? null,
    title: t(following ? "responses.unfollow.title" : "responses.unfollow.done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const link = args.params.link ?? "";
  const done = await unfollowThing(ctx, { link });
  if (!done.ok) throw missing();
  return redirect(inLocale(args.context.locale as Locale, `/unfollow/${link}`), 303);
}

export default function Unfollow() {
  const { follows, said, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const here = useHere();
  const link = useLink();
  return (
    <Page title={title}>
      {said && (
        <blockquote className="rh-said" {...asEnglish(locale)}>
          {said}
        </blockquote>
      )}
      <p>{t(follows ? "responses.unfollow.text" : "responses.unfollow.doneText")}</p>
      {follows && (
        <form method="post" action={here}>
          <FormToken />
          <Button>{t("responses.unfollow.button")}</Button>
        </form>
      )}
      <p>
        <a href={link("/you-said-we-did")}>{t("responses.title")}</a>
      </p>
    </Page>
  );
}
