import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isMachineDraft, translator } from "~/platform/i18n.server";
import { inLocale, LOCALES, type Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args, {});
  const t = translator(args.context.locale as Locale);
  return {
    title: t("languages.title"),
    languages: LOCALES.map((one) => ({ ...one, draft: isMachineDraft(one.code) })),
  };
}

export default function Languages() {
  const { title, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page title={title} lede={t("languages.lede")}>
      <ul className="rh-list">
        {languages.map(({ code, name, dir, draft }) => (
          <li key={code}>
            <a href={inLocale(code, "/")} hrefLang={code} lang={code} dir={dir}>
              {name}
            </a>
            {draft && <span className="rh-note"> {t("languages.draft")}</span>}
          </li>
        ))}
      </ul>
      <p>{t("languages.other")}</p>
    </Page>
  );
}
