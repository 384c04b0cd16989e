import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardCards } from "~/features/ideas/BoardCards";
import { listBoards, nextTurn } from "~/features/ideas/read-boards.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = await nextTurn(ctx);
  return {
    title: translator(args.context.locale as Locale)("ideas.title"),
    open: await listBoards(ctx, "open"),
    coming: await listBoards(ctx, "not_yet"),
    closed: await listBoards(ctx, "closed"),
  };
}

export default function Ideas() {
  const { open, coming, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <>
      <PageHead title={t("ideas.title")} lede={t("ideas.lede")} />
      <Section tight>
        <SectionHead title={t("ideas.open")} />
        {open.length === 0 ? (
          <EmptyState title={t("ideas.noneOpen")} headingLevel={3} icon="talk">
            <p>{t("ideas.noneOpenText")}</p>
          </EmptyState>
        ) : (
          <BoardCards boards={open} standing="open" locale={locale} link={link} />
        )}
      </Section>
      {coming.length > 0 && (
        <Section tone="mint">
          <SectionHead title={t("ideas.coming")} />
          <BoardCards boards={coming} standing="not_yet" locale={locale} link={link} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section>
          <SectionHead title={t("ideas.past")} />
          <BoardCards boards={closed} standing="closed" locale={locale} link={link} />
        </Section>
      )}
    </>
  );
}
