import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardAbout } from "~/features/ideas/BoardAbout";
import { cardOf, IdeaCards } from "~/features/ideas/IdeaCards";
import { IdeaFilters } from "~/features/ideas/IdeaFilters";
import { IdeaPlaces } from "~/features/ideas/IdeaPlaces";
import { findBoard } from "~/features/ideas/read.server";
import { nextTurn } from "~/features/ideas/read-boards.server";
import { countByPlace, listIdeas } from "~/features/ideas/read-list.server";
import { listAddress, SORTS, standingOf } from "~/features/ideas/rules";
import { drawMap } from "~/features/places/map";
import { listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { asEnglish } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { Columns } from "~/ui/Columns";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";
import { PageHead } from "~/ui/PageHead";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.board.title),
  { name: "description", content: args.data?.board.question ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  // Without `q` among them: what people search for freely is never kept.
  const ctx = await anyone(args, { params: ["sort", "neighbourhood", "theme", "after"] });
  const board = await findBoard(ctx, args.params.board ?? "");
  if (!board) throw missing();
  args.context.page.until = await nextTurn(ctx);
  const asked = new URL(args.request.url).searchParams;
  const sort = SORTS.find((one) => one === asked.get("sort")) ?? SORTS[0];
  const q = (asked.get("q") ?? "").trim().slice(0, 100);
  const after = asked.get("after") ?? "";
  const places = await listNeighbourhoods(ctx);
  const themes = (await listThemesInUse(ctx)).map((one) => ({ ...one, label: one.plainLabel }));
  const near = places.find((one) => one.slug === asked.get("neighbourhood"));
  const about = themes.find((one) => one.slug === asked.get("theme"));
  const page = await listIdeas(ctx, board, {
    sort,
    neighbourhoodId: near?.id,
    themeIds: about && [about.id],
    words: q,
    after: /^[\d~]+~[0-9a-f-]{36}$/.test(after) ? after : undefined,
  });
  const counts = await countByPlace(ctx, board.id);
  return {
    board,
    standing: standingOf(board, ctx.now),
    chosen: { sort, q, neighbourhood: near?.slug ?? "", theme: about?.slug ?? "" },
    page: { cards: page.ideas.map(cardOf), total: page.total, next: page.next, isFirst: !after },
    places: places.map(({ slug, name, id }) => ({ slug, name, ideas: counts.get(id) ?? 0 })),
    themes: themes.map(({ slug, label }) => ({ slug, label })),
    borough: counts.get("") ?? 0,
    map: drawMap(places),
  };
}

export default function Board() {
  const { board, standing, chosen, page, places, themes, borough, map } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  const narrowed = Boolean(chosen.q || chosen.neighbourhood || chosen.theme);
  const times = { opens: dayAndClock(board.opensAt, locale), closes: dayAndClock(board.closesAt, locale) };
  const at = (after?: string) => link(listAddress(board.slug, { ...chosen, after }));
  return (
    <>
      <PageHead
        title={<span {...foreign}>{board.title}</span>}
        lede={<span {...foreign}>{board.question}</span>}
        back={{ href: link("/ideas"), text: t("ideas.all") }}
        palette="green"
        seed={board.slug.length * 7}
      >
        {standing === "open" && (
          <ButtonLink href={link(`/ideas/${board.slug}/new`)} arrow>
            {t("ideas.post")}
          </ButtonLink>
        )}
      </PageHead>
      <Section tight>
        <Columns aside={<BoardAbout board={board} locale={locale} />}>
          {board.findsAgreement && (
            <p>
              <a href={link(`/ideas/${board.slug}/agreement`)}>{t("agreement.title")}</a>
            </p>
          )}
          {standing !== "open" && <InsetText>{t(`ideas.standing.${standing}`, times)}</InsetText>}
          <IdeaFilters
            board={board}
            chosen={chosen}
            neighbourhoods={places}
            themes={themes}
            locale={locale}
            link={link}
          />
          <SectionHead
            title={t("ideas.found", { count: page.total })}
            link={{ href: `/ideas/${board.slug}.rss`, text: "RSS" }}
          />
          {chosen.sort === "turn" && page.total > 0 && <p>{t("ideas.sort.turnText")}</p>}
          {page.total === 0 ? (
            <EmptyState title={t(narrowed ? "ideas.noneFound" : "ideas.none")} headingLevel={3} icon="talk">
              <p>{t(narrowed ? "ideas.noneFoundText" : "ideas.noneText")}</p>
            </EmptyState>
          ) : (
            <IdeaCards ideas={page.cards} board={board} locale={locale} link={link} />
          )}
          {(page.next || !page.isFirst) && (
            <Pagination
              previous={page.isFirst ? undefined : { href: at(), text: t("ideas.first") }}
              next={page.next ? { href: at(page.next), text: t("ideas.more") } : undefined}
            />
          )}
        </Columns>
      </Section>
      <Section tone="mint">
        <SectionHead title={t("ideas.byPlace")} />
        <IdeaPlaces
          board={board.slug}
          map={map}
          places={places}
          borough={borough}
          locale={locale}
          link={link}
        />
      </Section>
    </>
  );
}
