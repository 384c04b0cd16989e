import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { milestoneFigures } from "~/features/commitments/figures.server";
import { MilestonePicture } from "~/features/commitments/MilestonePicture";
import { MilestoneTable } from "~/features/commitments/MilestoneTable";
import { shownMilestone } from "~/features/commitments/milestone-shown";
import { listMilestones } from "~/features/commitments/read-milestones.server";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { dayOf, startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  return {
    milestones: (await listMilestones(ctx)).map(shownMilestone),
    figures: await milestoneFigures(ctx),
    today: dayOf(ctx.now),
    title: translator(args.context.locale as Locale)("milestones.title"),
  };
}

export default function Milestones() {
  const { milestones, figures, today, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <Page
      title={title}
      lede={t("milestones.lede")}
      back={{ href: link("/commitments"), text: t("milestones.commitments") }}
    >
      {milestones.length === 0 ? (
        <EmptyState title={t("milestones.none")}>
          <p>{t("milestones.noneText")}</p>
        </EmptyState>
      ) : (
        <>
          <MilestonePicture milestones={milestones} figures={figures} today={today} locale={locale} />
          <h2>{t("milestones.table")}</h2>
          <MilestoneTable milestones={milestones} locale={locale} link={link} />
        </>
      )}
    </Page>
  );
}
