import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommitmentEvidence } from "~/features/commitments/CommitmentEvidence";
import { CommitmentFacts } from "~/features/commitments/CommitmentFacts";
import { CommitmentHead } from "~/features/commitments/CommitmentHead";
import { CommitmentHistory } from "~/features/commitments/CommitmentHistory";
import { shownActs } from "~/features/commitments/history";
import { findCommitment, listActs, listThemesOf } from "~/features/commitments/read.server";
import { inShort, shownCommitment } from "~/features/commitments/shown";
import { getBorough } from "~/features/places/read.server";
import { dayOf, startOfDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Aside } from "~/ui/Aside";
import { Columns } from "~/ui/Columns";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data && inShort(args.data.shown.said, 60)),
  { name: "description", content: args.data?.shown.said ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  const seen = await findCommitment(ctx, args.params.number ?? "");
  if (!seen) throw missing();
  const { id } = seen.commitment;
  const { contacts } = await getBorough(ctx);
  return {
    shown: shownCommitment(seen, dayOf(ctx.now)),
    today: dayOf(ctx.now),
    acts: shownActs(await listActs(ctx, id)),
    themes: await listThemesOf(ctx, id),
    contacts: { phone: contacts.phone, email: contacts.email },
  };
}

export default function Commitment() {
  const { shown, today, acts, themes, contacts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { number } = shown;
  const aside = (
    <Aside label={t("commitments.ask")} palette="green" seed={number}>
      <h2>{t("commitments.ask")}</h2>
      <p>{t("commitments.askText", { ...contacts, number })}</p>
      <ul className="rh-list">
        <li>
          <a href={link("/commitments")}>{t("commitments.all")}</a>
        </li>
        <li>
          <a href={link("/commitments/calendar")}>{t("commitments.calendar")}</a>
        </li>
      </ul>
    </Aside>
  );
  return (
    <>
      <CommitmentHead shown={shown} today={today} locale={locale} link={link} />
      <Section tight>
        <Columns aside={aside}>
          <CommitmentFacts shown={shown} themes={themes} locale={locale} link={link} />
          <h2>{t("commitments.evidence")}</h2>
          <CommitmentEvidence acts={acts} locale={locale} />
          <h2>{t("commitments.history")}</h2>
          <CommitmentHistory acts={acts} locale={locale} />
        </Columns>
      </Section>
    </>
  );
}
