import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { registerAddress } from "~/features/commitments/address";
import { CommitmentFilters } from "~/features/commitments/CommitmentFilters";
import { CommitmentTable } from "~/features/commitments/CommitmentTable";
import { CommitmentTiles } from "~/features/commitments/CommitmentTiles";
import { promiseFigures } from "~/features/commitments/figures.server";
import { countCommitments, listCommitments, listOwners } from "~/features/commitments/read.server";
import { SOURCES, STATES } from "~/features/commitments/rules";
import { shownCommitment } from "~/features/commitments/shown";
import { listNeighbourhoods } from "~/features/places/read.server";
import { findThemeWhole } from "~/features/places/read-themes.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayOf, startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {
    params: ["state", "owner", "neighbourhood", "source", "theme", "before"],
  });
  // What is due becomes overdue at midnight.
  args.context.page.until = startOfDay(ctx.now, 1);
  const asked = new URL(args.request.url).searchParams;
  const [owners, neighbourhoods] = [await listOwners(ctx), await listNeighbourhoods(ctx)];
  const owner = owners.find((one) => one.slug === asked.get("owner"));
  const neighbourhood = neighbourhoods.find((one) => one.slug === asked.get("neighbourhood"));
  const about = asked.get("theme") ? await findThemeWhole(ctx, asked.get("theme") ?? "") : null;
  const state = STATES.find((one) => one === asked.get("state"));
  const source = SOURCES.find((one) => one === asked.get("source"));
  const filter = {
    state,
    source,
    organisationId: owner?.id,
    neighbourhoodId: neighbourhood?.id,
    themeIds: about?.ids,
  };
  const before = Number.parseInt(asked.get("before") ?? "", 10) || undefined;
  const list = await listCommitments(ctx, { ...filter, before });
  const t = translator(args.context.locale as Locale);
  return {
    commitments: list.commitments.map((one) => shownCommitment(one, dayOf(ctx.now))),
    next: list.next,
    isFirst: before === undefined,
    total: await countCommitments(ctx, filter),
    figures: await promiseFigures(ctx),
    chosen: {
      state: state ?? "",
      owner: owner?.slug ?? "",
      neighbourhood: neighbourhood?.slug ?? "",
      source: source ?? "",
      theme: about?.theme.slug ?? "",
    },
    theme: about?.theme.plainLabel ?? null,
    owners: owners.map(({ slug, name }) => ({ slug, name })),
    neighbourhoods: neighbourhoods.map(({ slug, name }) => ({ slug, name })),
    title: t("commitments.title"),
  };
}

export default function Commitments() {
  const data = useLoaderData<typeof loader>();
  const { commitments, next, isFirst, total, figures, chosen, title } = data;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <>
      <PageHead title={title} lede={t("commitments.lede")}>
        <ButtonRow>
          <ButtonLink href={link("/commitments/calendar")} variant="secondary">
            {t("commitments.calendar")}
          </ButtonLink>
          <ButtonLink href={link("/milestones")} variant="secondary">
            {t("commitments.milestones")}
          </ButtonLink>
        </ButtonRow>
      </PageHead>
      <Section tight>
        <CommitmentTiles figures={figures} locale={locale} />
        <CommitmentFilters
          chosen={chosen}
          theme={data.theme}
          owners={data.owners}
          neighbourhoods={data.neighbourhoods}
          locale={locale}
          link={link}
        />
        <div className="rh-head">
          <h2>{t("commitments.found", { count: total })}</h2>
          <p>
            <a href={link("/commitments.rss")}>RSS</a>
          </p>
        </div>
        {commitments.length === 0 ? (
          <EmptyState title={t("commitments.none")} headingLevel={3}>
            <p>{t("commitments.noneText")}</p>
          </EmptyState>
        ) : (
          <CommitmentTable
            caption={t("commitments.title")}
            captionHidden
            commitments={commitments}
            locale={locale}
            link={link}
          />
        )}
        {!isFirst && (
          <p>
            <a href={link(registerAddress(chosen))}>{t("commitments.first")}</a>
          </p>
        )}
        {next !== null && (
          <p>
            <a href={link(registerAddress(chosen, { before: next }))}>{t("commitments.earlier")}</a>
          </p>
        )}
        <p className="rh-note">
          <a href="/api/v1/commitments">{t("commitments.openData")}</a>
        </p>
      </Section>
    </>
  );
}
