import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type ChainLink, CommitmentChain } from "~/features/commitments/CommitmentChain";
import { CommitmentEvidence } from "~/features/commitments/CommitmentEvidence";
import { CommitmentFacts } from "~/features/commitments/CommitmentFacts";
import { CommitmentHead } from "~/features/commitments/CommitmentHead";
import { CommitmentHistory } from "~/features/commitments/CommitmentHistory";
import { shownActs } from "~/features/commitments/history";
import { findCommitment, listActs, listThemesOf } from "~/features/commitments/read.server";
import { inShort, shownCommitment } from "~/features/commitments/shown";
import { findEventRow } from "~/features/events/read.server";
import { getBorough } from "~/features/places/read.server";
import { listShownById } from "~/features/responses/read.server";
import type { Ctx } from "~/platform/context.server";
import { listCauses, type Thing } from "~/platform/links.server";
import { dayOf, startOfDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { findThingsShown, thingKey } from "~/routes/things.server";
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
    chain: await chainOf(ctx, id),
    contacts: { phone: contacts.phone, email: contacts.email },
  };
}

/** What was said, and the answer that promised this, as far as everyone may see it. */
async function chainOf(ctx: Ctx, id: string): Promise<ChainLink[]> {
  const causes = (await listCauses(ctx, "commitment", [id])).get(id) ?? [];
  const idsOf = (kind: string) => causes.filter((cause) => cause.kind === kind).map((cause) => cause.id);
  const answers = await listShownById(ctx, idsOf("official_response"));
  const said: Thing[] = [
    ...causes,
    ...answers.map(({ response }) => ({ kind: response.thingKind, id: response.thingId })),
  ];
  const shown = await findThingsShown(ctx, said);
  const [eventId] = idsOf("event");
  const event = eventId ? await findEventRow(ctx, { id: eventId }) : null;
  const isPublic = event && event.state !== "draft" && event.audience === "everyone";
  return [
    ...(isPublic ? [{ title: event.title, path: `/events/${event.slug}` }] : []),
    ...said.flatMap((thing) => shown.get(thingKey(thing)) ?? []).map(({ title, path }) => ({ title, path })),
    ...answers.map(({ response }) => ({
      title: `“${response.text}”`,
      path: `/you-said-we-did/${response.id}`,
    })),
  ];
}

export default function Commitment() {
  const { shown, today, acts, themes, chain, contacts } = useLoaderData<typeof loader>();
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
          <CommitmentChain chain={chain} locale={locale} link={link} />
          <h2>{t("commitments.evidence")}</h2>
          <CommitmentEvidence acts={acts} locale={locale} />
          <h2>{t("commitments.history")}</h2>
          <CommitmentHistory acts={acts} locale={locale} />
        </Columns>
      </Section>
    </>
  );
}
