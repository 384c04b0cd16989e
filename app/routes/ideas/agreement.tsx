import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FigureNotes } from "~/features/figures/FigureNotes";
import { AgreementPicture } from "~/features/ideas/AgreementPicture";
import { AgreementTable } from "~/features/ideas/AgreementTable";
import { agreementSeen } from "~/features/ideas/agreement-tables";
import { findBoard } from "~/features/ideas/read.server";
import { findAgreementSeen } from "~/features/ideas/read-statements.server";
import { standingOf } from "~/features/ideas/rules";
import { translator } from "~/platform/i18n.server";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ChartFigure } from "~/ui/ChartFigure";
import { Details } from "~/ui/Details";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const board = await findBoard(ctx, args.params.board ?? "");
  if (!board?.findsAgreement || board.state !== "published") throw missing();
  return {
    title: translator(args.context.locale as Locale)("agreement.title"),
    board: { slug: board.slug, title: board.title },
    isOpen: standingOf(board, ctx.now) === "open",
    shown: await findAgreementSeen(ctx, board.id),
  };
}

export default function AgreementPage() {
  const { title, board, isOpen, shown } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const edition = shown?.edition;
  const seen = edition && agreementSeen(edition.tables);
  return (
    <Page
      title={title}
      lede={t("agreement.lede")}
      back={{ href: link(`/ideas/${board.slug}`), text: <span {...asEnglish(locale)}>{board.title}</span> }}
      head={
        isOpen && (
          <ButtonLink href={link(`/ideas/${board.slug}/agreement/mark`)} arrow>
            {t("agreement.mark")}
          </ButtonLink>
        )
      }
    >
      {!shown || !edition || !seen?.everybody ? (
        <EmptyState title={t("agreement.few")} icon="talk">
          <p>{t("agreement.fewText")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="rh-note">{t("agreement.as", { day: dayAndClock(new Date(shown.at), locale) })}</p>
          <h2>{t(seen.sizes.length > 1 ? "agreement.all" : "agreement.allOne")}</h2>
          {seen.common.length === 0 ? (
            <p>{t("agreement.noneCommon")}</p>
          ) : (
            <AgreementTable caption={t("agreement.all")} statements={seen.common} locale={locale} />
          )}
          {seen.rest.length > 0 && (
            <>
              <h2>{t(seen.sizes.length > 1 ? "agreement.apart" : "agreement.rest")}</h2>
              <AgreementTable caption={t("agreement.apart")} statements={seen.rest} locale={locale} />
            </>
          )}
          <ChartFigure
            id="groups"
            title={t("agreement.groupsTitle")}
            says={t("agreement.groups", { count: seen.sizes.length })}
            note={shown.joined ? t("agreement.joined") : undefined}
          >
            <AgreementPicture groups={shown.groups} sizes={seen.sizes} />
            <ul className="rh-list">
              {seen.sizes.map(({ code, people }) => (
                <li key={code}>
                  {t("agreement.group", { name: code.toUpperCase() })}:{" "}
                  {t("agreement.people", { people: people?.text ?? "" })}
                </li>
              ))}
            </ul>
          </ChartFigure>
          <Details summary={t("agreement.how")}>
            <p>{t("agreement.howText")}</p>
          </Details>
          <FigureNotes tables={edition.tables} rule={edition.rule} />
          <p>
            <a href={link(`/figures/${edition.id}`)}>{t("agreement.data")}</a>
          </p>
        </>
      )}
    </Page>
  );
}
