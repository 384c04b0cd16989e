import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HeardCards } from "~/features/events/HeardCards";
import { listHeard } from "~/features/events/read-heard.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const MOST = 60;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  return {
    pages: await listHeard(ctx, { limit: MOST }),
    title: translator(args.context.locale as Locale)("heard.title"),
  };
}

export default function HeardList() {
  const { pages, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <Page title={title} lede={t("heard.listLede")} head={<a href={link("/themes")}>{t("themes.home")}</a>}>
      {pages.length > 0 ? (
        <HeardCards pages={pages} locale={locale} link={link} headingLevel={2} />
      ) : (
        <EmptyState title={t("heard.none")}>
          <p>{t("heard.noneText")}</p>
        </EmptyState>
      )}
    </Page>
  );
}
