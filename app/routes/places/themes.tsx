import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countHeardBy } from "~/features/events/read-heard-themes.server";
import { listThemesWhole } from "~/features/places/read-themes.server";
import { ThemeCards } from "~/features/places/ThemeCards";
import { countQuotedBy } from "~/features/surveys/read-said.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const [all, heard, quoted] = await Promise.all([
    listThemesWhole(ctx),
    countHeardBy(ctx),
    countQuotedBy(ctx),
  ]);
  const most = (counts: readonly number[]) => Math.max(0, ...counts);
  return {
    title: translator(args.context.locale as Locale)("themes.title"),
    // One event may have notes on a theme and on what became part of it: the larger number is sure.
    themes: all.map(({ theme: { slug, label, plainLabel }, ids }) => ({
      ...{ slug, label, plainLabel },
      events: most(heard.filter((one) => ids.includes(one.themeId)).map((one) => one.events)),
      surveys: most(quoted.filter((one) => ids.includes(one.themeId)).map((one) => one.surveys)),
    })),
  };
}

export default function Themes() {
  const { title, themes } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <Page title={title} lede={t("themes.lede")}>
      {themes.length > 0 ? (
        <ThemeCards themes={themes} locale={locale} link={link} />
      ) : (
        <EmptyState title={t("themes.none")} icon="talk">
          <p>{t("themes.noneText")}</p>
        </EmptyState>
      )}
    </Page>
  );
}
