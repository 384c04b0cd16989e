import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommitmentTable } from "~/features/commitments/CommitmentTable";
import { listDue } from "~/features/commitments/read.server";
import { type CommitmentShown, shownCommitment } from "~/features/commitments/shown";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayOf, monthAndYear, startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const LONG_AGO = "0000-01-01";
const FAR_OFF = "9999-12-31";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  const [today, yesterday] = [dayOf(ctx.now), dayOf(startOfDay(ctx.now, -1))];
  const shown = (list: Awaited<ReturnType<typeof listDue>>) => list.map((one) => shownCommitment(one, today));
  return {
    overdue: shown(await listDue(ctx, { from: LONG_AGO, to: yesterday })),
    months: byMonth(shown(await listDue(ctx, { from: today, to: FAR_OFF }))),
    title: translator(args.context.locale as Locale)("commitments.calendar"),
  };
}

/** In the order of their dates, one heading a month. */
function byMonth(commitments: readonly CommitmentShown[]) {
  const months = new Map<string, CommitmentShown[]>();
  for (const one of commitments) {
    const month = one.due?.day.slice(0, 7) ?? "";
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months].map(([month, commitments]) => ({ month, commitments }));
}

export default function CommitmentCalendar() {
  const { overdue, months, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const parts = [
    ...(overdue.length > 0
      ? [{ key: "overdue", name: t("commitments.overdueHead"), commitments: overdue }]
      : []),
    ...months.map(({ month, commitments }) => ({
      key: `due-${month}`,
      name: monthAndYear(new Date(`${month}-15T12:00:00Z`), locale),
      commitments,
    })),
  ];
  return (
    <Page
      title={title}
      lede={t("commitments.calendarLede")}
      back={{ href: link("/commitments"), text: t("commitments.all") }}
      head={
        <ButtonRow>
          <ButtonLink href="/commitments.ics" variant="secondary">
            {t("commitments.calendarFile")}
          </ButtonLink>
        </ButtonRow>
      }
    >
      {parts.length === 0 && (
        <EmptyState title={t("commitments.nothingDue")} icon="sun">
          <p>{t("commitments.nothingDueText")}</p>
        </EmptyState>
      )}
      {parts.map(({ key, name, commitments }) => (
        <section key={key} id={key} aria-labelledby={`${key}-title`}>
          <h2 id={`${key}-title`}>{name}</h2>
          <CommitmentTable
            caption={name}
            captionHidden
            commitments={commitments}
            locale={locale}
            link={link}
          />
        </section>
      ))}
    </Page>
  );
}
