import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppraisalCards } from "~/features/appraisals/AppraisalCards";
import { listAppraisals } from "~/features/appraisals/read.server";
import { shownAppraisal } from "~/features/appraisals/shown";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["page"] });
  const page = Number.parseInt(new URL(args.request.url).searchParams.get("page") ?? "1", 10) || 1;
  // Drafts stand on staff pages alone, also for staff.
  const list = await listAppraisals({ ...ctx, actor: { kind: "anyone" } }, page);
  return {
    ...list,
    appraisals: list.appraisals.map(shownAppraisal),
    title: translator(args.context.locale as Locale)("options.title"),
  };
}

export default function Options() {
  const { appraisals, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const at = (page: number) => link(`/options?page=${page}`);
  return (
    <>
      <PageHead title={t("options.title")} lede={t("options.lede")}>
        <p>
          <a href={link("/options/score")}>{t("options.score.title")}</a> ·{" "}
          <a href={link("/decisions")}>{t("decisions.title")}</a>
        </p>
      </PageHead>
      <Section tight>
        {appraisals.length === 0 ? (
          <EmptyState title={t("options.none")}>
            <p>{t("options.noneText")}</p>
          </EmptyState>
        ) : (
          <AppraisalCards appraisals={appraisals} locale={locale} link={link} />
        )}
        {pages > 1 && (
          <Pagination
            previous={page > 1 ? { href: at(page - 1) } : undefined}
            next={page < pages ? { href: at(page + 1) } : undefined}
            items={Array.from({ length: pages }, (_, n) => n + 1)
              .filter((number) => Math.abs(number - page) < 4)
              .map((number) => ({ number, href: at(number), current: number === page }))}
          />
        )}
      </Section>
    </>
  );
}
