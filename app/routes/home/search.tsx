import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { searchFor } from "~/platform/search.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { TextInput } from "~/ui/TextInput";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const words = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const t = translator(args.context.locale as Locale);
  const title = words ? t("search.titleFor", { words }) : t("search.title");
  return { words, found: words ? await searchFor(ctx, words) : [], title };
}

export default function Search() {
  const { words, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const link = useLink();
  return (
    <Page title={t("search.title")} lede={t("search.lede")}>
      <form action={link("/search")} method="get" className="rh-search">
        <TextInput name="q" type="search" label={t("search.words")} defaultValue={words} maxLength={100} />
        <Button>{t("search.button")}</Button>
      </form>
      {words && found.length === 0 && (
        <EmptyState title={t("search.none", { words })}>
          <p>{t("search.noneText")}</p>
        </EmptyState>
      )}
      {found.length > 0 && (
        <>
          <h2>{t("search.found", { count: found.length })}</h2>
          <ul className="rh-results">
            {found.map((one) => (
              <li key={one.path}>
                <a href={link(one.path)} lang="en" dir="auto">
                  {one.title}
                </a>
                <span className="rh-note">{t(`search.kind.${one.kind}`)}</span>
                <p lang="en" dir="auto">
                  {one.summary}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
