import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countUpcoming } from "~/features/events/read.server";
import { drawMap } from "~/features/places/map";
import { NeighbourhoodCards } from "~/features/places/NeighbourhoodCards";
import { NeighbourhoodMap } from "~/features/places/NeighbourhoodMap";
import { listNeighbourhoods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const upcoming = await countUpcoming(ctx);
  const neighbourhoods = await listNeighbourhoods(ctx);
  return {
    cards: neighbourhoods.map((one) => ({ ...one, upcoming: upcoming.get(one.id) ?? 0 })),
    map: drawMap(neighbourhoods),
    title: translator(args.context.locale as Locale)("places.title"),
  };
}

export default function Neighbourhoods() {
  const { cards, map, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <Page title={title} lede={t("places.lede", { count: cards.length })}>
      <NeighbourhoodMap map={map} neighbourhoods={cards} locale={locale} link={link} />
      <h2>{t("places.all")}</h2>
      <NeighbourhoodCards neighbourhoods={cards} locale={locale} link={link} />
    </Page>
  );
}
