import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MilestoneFacts } from "~/features/commitments/MilestoneFacts";
import { MilestoneHistory } from "~/features/commitments/MilestoneHistory";
import { MilestoneSources } from "~/features/commitments/MilestoneSources";
import { shownMilestone, shownMoves } from "~/features/commitments/milestone-shown";
import { findMilestone } from "~/features/commitments/read-milestones.server";
import { asEnglish } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.shown.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const found = await findMilestone(ctx, args.params.slug ?? "");
  if (!found) throw missing();
  return { shown: shownMilestone(found), moves: shownMoves(found.acts), neededBy: found.neededBy };
}

export default function Milestone() {
  const { shown, moves, neededBy } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  return (
    <>
      <PageHead
        title={shown.title}
        caption={<span {...foreign}>{`${shown.plan}, ${shown.phase}`}</span>}
        back={{ href: link("/milestones"), text: t("milestones.title") }}
        {...foreign}
      />
      <Section tight>
        <MilestoneFacts shown={shown} neededBy={neededBy} locale={locale} link={link} />
        <MilestoneSources shown={shown} locale={locale} />
        <h2>{t("milestones.history")}</h2>
        <MilestoneHistory shown={shown} moves={moves} locale={locale} />
      </Section>
    </>
  );
}
