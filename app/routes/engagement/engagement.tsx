import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityCards } from "~/features/engagement/ActivityCards";
import { ActivityFilters } from "~/features/engagement/ActivityFilters";
import { activitiesAddress } from "~/features/engagement/address";
import { listActivities } from "~/features/engagement/read.server";
import { nextMidnight } from "~/features/engagement/rules";
import { shownActivity } from "~/features/engagement/shown";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayOf } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["neighbourhood", "when", "page"] });
  args.context.page.until = nextMidnight(ctx.now);
  const asked = new URL(args.request.url).searchParams;
  const neighbourhood = await findNeighbourhood(ctx, asked.get("neighbourhood") ?? "");
  const when = asked.get("when") === "past" ? ("past" as const) : ("coming" as const);
  const page = Math.max(1, Math.min(1000, Number.parseInt(asked.get("page") ?? "1", 10) || 1));
  const list = await listActivities(ctx, { when, page, neighbourhoodId: neighbourhood?.id });
  const t = translator(args.context.locale as Locale);
  const numbered = list.pages > 1 ? `, ${t("events.pageOf", { page: list.page, pages: list.pages })}` : "";
  return {
    activities: list.activities.map(shownActivity),
    total: list.total,
    page: list.page,
    pages: list.pages,
    today: dayOf(ctx.now),
    chosen: { neighbourhood: neighbourhood?.slug ?? "", when },
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    title: t("engagement.title") + numbered,
  };
}

export default function Engagement() {
  const { activities, total, page, pages, today, chosen, neighbourhoods } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const at = (page: number) => link(activitiesAddress({ ...chosen, page }));
  return (
    <>
      <PageHead title={t("engagement.title")} lede={t("engagement.lede")} />
      <Section tight>
        <ActivityFilters chosen={chosen} neighbourhoods={neighbourhoods} locale={locale} link={link} />
        <div className="rh-head">
          <h2>
            {t(`engagement.${chosen.when}`)}: {t("engagement.found", { count: total })}
          </h2>
          <p>
            <a href={link("/engagement.rss")}>RSS</a>
          </p>
        </div>
        {total === 0 ? (
          <EmptyState title={t("engagement.none")} headingLevel={3}>
            <p>{t("engagement.noneText")}</p>
            <p>
              <a href={link(activitiesAddress({ when: "past" }))}>{t("engagement.past")}</a>
            </p>
          </EmptyState>
        ) : (
          <ActivityCards activities={activities} today={today} locale={locale} link={link} />
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
