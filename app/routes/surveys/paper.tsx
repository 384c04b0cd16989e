import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findSurvey, nextTurn } from "~/features/surveys/read.server";
import { getForm, listFormLocales } from "~/features/surveys/read-form.server";
import { SurveyPaper } from "~/features/surveys/SurveyPaper";
import { translator } from "~/platform/i18n.server";
import { inLocale, LOCALES, type Locale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["size"] });
  const locale = args.context.locale as Locale;
  const seen = await findSurvey(ctx, args.params.slug ?? "");
  if (!seen?.survey.liveVersion) throw missing();
  const { survey } = seen;
  const size = new URL(args.request.url).searchParams.get("size") === "large" ? "large" : "usual";
  const version = seen.survey.liveVersion;
  args.context.page.until = (await nextTurn(ctx)) ?? undefined;
  const form = await getForm(ctx, survey, { version, locale, size });
  const locales = await listFormLocales(ctx, survey, version);
  return {
    slug: survey.slug,
    title: `${form.title.text} – ${translator(locale)("surveys.paper.title")}`,
    form,
    others: LOCALES.filter(({ code }) => code !== locale && locales.includes(code)),
  };
}

export default function PaperForm() {
  const { slug, form, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const link = useLink();
  const here = `/surveys/${slug}/paper`;
  const large = form.size === "large";
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label={t("surveys.paper.title")}>
        <BackLink href={link(`/surveys/${slug}`)} />
        <p>{t("surveys.paper.print")}</p>
        <p>
          <a href={link(`/equality/survey/${slug}/paper`)}>{t("equality.paper.link")}</a>
        </p>
        <ul className="rh-views">
          <li>
            <a href={link(large ? here : `${here}?size=large`)}>
              {t(large ? "surveys.paper.usual" : "surveys.paper.large")}
            </a>
          </li>
          {others.map(({ code, name, dir }) => (
            <li key={code}>
              <a
                href={inLocale(code, large ? `${here}?size=large` : here)}
                hrefLang={code}
                lang={code}
                dir={dir}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SurveyPaper form={form} first />
    </main>
  );
}
