import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { dayIn, STANDING_COLOURS } from "~/features/appraisals/appraisal-words";
import { DecisionText } from "~/features/appraisals/DecisionText";
import { findAppraisalOf, findDecision, listDates } from "~/features/appraisals/read-decisions.server";
import { listLinked } from "~/features/appraisals/read-linked.server";
import { daysLate, isLate, standingOf } from "~/features/appraisals/rules";
import { asEnglish } from "~/platform/locales";
import { dayOf, startOfDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { SummaryList } from "~/ui/SummaryList";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.seen.decision.question);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  const seen = await findDecision(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { id } = seen.decision;
  return {
    seen,
    dates: await listDates(ctx, id),
    appraisal: await findAppraisalOf(ctx, id),
    ...(await listLinked(ctx, id)),
    today: dayOf(ctx.now),
  };
}

export default function Decision() {
  const { seen, dates, appraisal, causes, effects, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { decision, neighbourhood } = seen;
  const foreign = asEnglish(locale);
  const standing = standingOf(decision, today);
  const facts = [
    { key: t("options.decides"), value: <span {...foreign}>{decision.decider}</span> },
    { key: t("decisions.due"), value: dayIn(decision.dueDay, locale) },
    ...(standing === "overdue"
      ? [
          {
            key: t("decisions.standing.overdue"),
            value: t("decisions.daysOver", { days: daysLate(decision.dueDay, today) }),
          },
        ]
      : []),
    ...(decision.decidedDay
      ? [
          {
            key: t("decisions.standing.decided"),
            value: isLate(decision)
              ? `${dayIn(decision.decidedDay, locale)}, ${t("decisions.daysLate", { days: daysLate(decision.firstDueDay, decision.decidedDay) })}`
              : dayIn(decision.decidedDay, locale),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={<span {...foreign}>{decision.question}</span>}
      back={{ href: link("/decisions"), text: t("decisions.title") }}
      head={
        <div className="rh-staff-state">
          <Tags
            items={[
              { text: t(`decisions.standing.${standing}`), colour: STANDING_COLOURS[standing] },
              { text: neighbourhood?.name ?? t("engagement.borough"), colour: "yellow" },
            ]}
          />
        </div>
      }
    >
      <SummaryList rows={facts} />
      <DecisionText {...{ decision, dates, appraisal, causes, effects, locale, link }} />
    </Page>
  );
}
