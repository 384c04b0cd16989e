import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EventCards } from "~/features/events/EventCards";
import { EventFilters } from "~/features/events/EventFilters";
import { listEvents } from "~/features/events/read.server";
import { WHENS, type When } from "~/features/events/rules";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
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

const LONGEST_SEARCH = 100;

export async function loader(args: LoaderFunctionArgs) {
  // Without `q` among them: what people search for freely is never kept.
  const ctx = await anyone(args, { params: ["neighbourhood", "when", "page"] });
  const asked = new URL(args.request.url).searchParams;
  const words = (asked.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const neighbourhood = await findNeighbourhood(ctx, asked.get("neighbourhood") ?? "");
  const when = WHENS.find((one) => one === asked.get("when")) ?? ("upcoming" satisfies When);
  const page = Math.max(1, Math.min(1000, Number.parseInt(asked.get("page") ?? "1", 10) || 1));
  const list = await listEvents(ctx, { words, when, page, neighbourhoodId: neighbourhood?.id });
  const t = translator(args.context.locale as Locale);
  const numbered = list.pages > 1 ? `, ${t("events.pageOf", { page: list.page, pages: list.pages })}` : "";
  const chosen = { neighbourhood: neighbourhood?.slug ?? "", when, words };
  return { list, chosen, neighbourhoods: await listNeighbourhoods(ctx), title: t("events.title") + numbered };
}

export default function Events() {
  const { list, chosen, neighbourhoods } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const at = (page: number) => {
    const query = new URLSearchParams();
    if (chosen.neighbourhood) query.set("neighbourhood", chosen.neighbourhood);
    if (chosen.when !== "upcoming") query.set("when", chosen.when);
    if (chosen.words) query.set("q", chosen.words);
    if (page > 1) query.set("page", String(page));
    return `${link("/events")}${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <>
      <PageHead title={t("events.title")} lede={t("events.lede")} />
      <Section tight>
        <EventFilters chosen={chosen} neighbourhoods={neighbourhoods} locale={locale} link={link} />
        <div className="rh-head">
          <h2>{t("events.found", { count: list.total })}</h2>
          <p>
            <a href={link("/events.ics")}>{t("events.calendar")}</a> · <a href={link("/events.rss")}>RSS</a>
          </p>
        </div>
        {list.total === 0 ? (
          <EmptyState title={t("events.none")} headingLevel={3}>
            <p>{t("events.noneText")}</p>
            <p>
              <a href={link("/events")}>{t("events.clear")}</a>
            </p>
          </EmptyState>
        ) : (
          <EventCards events={list.events} locale={locale} link={link} />
        )}
        {list.pages > 1 && (
          <Pagination
            previous={list.page > 1 ? { href: at(list.page - 1) } : undefined}
            next={list.page < list.pages ? { href: at(list.page + 1) } : undefined}
            items={numbers(list.page, list.pages).map((number) => ({
              number,
              href: at(number),
              current: number === list.page,
            }))}
          />
        )}
      </Section>
    </>
  );
}

/** A few page numbers around the current one. */
function numbers(page: number, pages: number): number[] {
  const first = Math.max(1, Math.min(page - 2, pages - 4));
  return Array.from({ length: Math.min(5, pages) }, (_, i) => first + i);
}
