import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DecisionTable } from "~/features/appraisals/DecisionTable";
import { countDecisions, listDecisions } from "~/features/appraisals/read-decisions.server";
import { STANDINGS, standingIn } from "~/features/appraisals/rules";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayOf, startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["state", "page"] });
  args.context.page.until = startOfDay(ctx.now, 1);
  const asked = new URL(args.request.url).searchParams;
  const standing = standingIn(asked.get("state"));
  const page = Number.parseInt(asked.get("page") ?? "1", 10) || 1;
  return {
    ...(await listDecisions(ctx, { standing, page })),
    counts: await countDecisions(ctx),
    standing: standing ?? null,
    today: dayOf(ctx.now),
    title: translator(args.context.locale as Locale)("decisions.title"),
  };
}

export default function Decisions() {
  const { decisions, page, pages, counts, standing, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const views = [
    { key: null, text: `${t("decisions.all")} (${counts.all})` },
    ...STANDINGS.map((key) => ({ key, text: `${t(`decisions.standing.${key}`)} (${counts[key]})` })),
  ];
  const at = (page: number) => link(`/decisions?${standing ? `state=${standing}&` : ""}page=${page}`);
  return (
    <>
      <PageHead title={t("decisions.title")} lede={t("decisions.lede")} />
      <Section tight>
        <nav aria-label={t("decisions.state")}>
          <ul className="rh-views">
            {views.map(({ key, text }) => (
              <li key={text}>
                <a
                  href={link(key ? `/decisions?state=${key}` : "/decisions")}
                  aria-current={key === standing ? "page" : undefined}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {decisions.length === 0 ? (
          <EmptyState title={t("decisions.none")} />
        ) : (
          <DecisionTable
            caption={t("decisions.title")}
            decisions={decisions}
            today={today}
            locale={locale}
            hrefOf={(slug) => link(`/decisions/${slug}`)}
          />
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
