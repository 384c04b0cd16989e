import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { findThemeWhole, listThemesInUse } from "~/features/places/read-themes.server";
import { responsesAddress } from "~/features/responses/address";
import { answerFigures } from "~/features/responses/figures.server";
import { ResponseCards } from "~/features/responses/ResponseCards";
import { ResponseFilters } from "~/features/responses/ResponseFilters";
import { ResponseMeasure } from "~/features/responses/ResponseMeasure";
import { countStanding, listStanding } from "~/features/responses/read.server";
import { KINDS, type Kind } from "~/features/responses/rules";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** What the address may narrow the list by. */
const PARAMS = ["kind", "neighbourhood", "theme", "after"];

export async function loader(args: LoaderFunctionArgs) {
  // What is late changes with the day.
  const ctx = await anyone(args, { params: PARAMS, until: startOfDay(new Date(), 1) });
  const query = new URL(args.request.url).searchParams;
  const near = await findNeighbourhood(ctx, query.get("neighbourhood") ?? "");
  const theme = query.get("theme") ? await findThemeWhole(ctx, query.get("theme") ?? "") : null;
  const kind = KINDS.find((one) => one === query.get("kind"));
  const filter = {
    kind,
    neighbourhoodId: near?.id,
    themeIds: theme?.ids,
    after: query.get("after") ?? undefined,
  };
  const name = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  return {
    title: translator(args.context.locale as Locale)("responses.title"),
    chosen: {
      kind: kind ?? ("" as Kind | ""),
      neighbourhood: near?.slug ?? "",
      theme: theme?.theme.slug ?? "",
    },
    isFirst: filter.after === undefined,
    ...(await listStanding(ctx, filter)),
    counts: await countStanding(ctx, filter),
    figures: await answerFigures(ctx, { neighbourhoodId: near?.id }),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(name),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
  };
}

export default function YouSaidWeDid() {
  const { title, chosen, isFirst, responses, next, counts, figures, neighbourhoods, themes } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const all = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const listed = chosen.kind ? counts[chosen.kind] : all;
  return (
    <Page
      title={title}
      lede={t("responses.intro")}
      head={
        <ul className="rh-inline rh-no-print">
          <li>
            <a href={link("/you-said-we-did/easy-read")}>{t("responses.ways.easyRead")}</a>
          </li>
          <li>
            <a href={link("/commitments")}>{t("commitments.title")}</a>
          </li>
          <li>
            <a href={link("/you-said-we-did.rss")}>{t("responses.ways.feed")}</a>
          </li>
        </ul>
      }
    >
      <ResponseFilters {...{ chosen, counts, neighbourhoods, themes, locale, link }} />
      {responses.length === 0 ? (
        <EmptyState title={t("responses.none.title")} icon="talk">
          <p>{t("responses.none.text")}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{t("responses.answers", { count: listed })}</h2>
          <ResponseCards responses={responses} locale={locale} link={link} headingLevel={3} />
        </>
      )}
      {(next || !isFirst) && (
        <Pagination
          previous={
            isFirst ? undefined : { href: link(responsesAddress(chosen)), text: t("responses.newest") }
          }
          next={next ? { href: link(responsesAddress(chosen, next)), text: t("responses.older") } : undefined}
        />
      )}
      {figures.things > 0 && isFirst && <ResponseMeasure figures={figures} />}
    </Page>
  );
}
