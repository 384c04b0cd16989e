import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ResponseAnswer } from "~/features/responses/ResponseAnswer";
import { type ChainLink, ResponseChain } from "~/features/responses/ResponseChain";
import { ResponseFacts } from "~/features/responses/ResponseFacts";
import { ResponseHistory } from "~/features/responses/ResponseHistory";
import { findShown, listResponses, listThemesOf, listVersions } from "~/features/responses/read.server";
import { listPromises } from "~/features/responses/read-commitments.server";
import { thingOf } from "~/features/responses/rules";
import type { Ctx } from "~/platform/context.server";
import { listCauses, type Thing } from "~/platform/links.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { dayOf, plainDay, startOfDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { findThingsShown, type ThingShown, thingKey } from "~/routes/things.server";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import type { Palette } from "~/ui/palettes";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.seen.response.said),
  { name: "description", content: args.data?.seen.response.text ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  // A promise is overdue from one day to the next.
  const ctx = await anyone(args, { until: startOfDay(new Date(), 1) });
  const seen = await findShown(ctx, args.params.id ?? "");
  if (!seen) throw missing();
  const { response, thing } = seen;
  // An earlier answer lies in the history of the one that stands.
  if (thing.responseId && thing.responseId !== response.id) {
    throw redirect(inLocale(args.context.locale as Locale, `/you-said-we-did/${thing.responseId}`), 302);
  }
  const about = (await listResponses(ctx, thing.kind, [thing.id])).get(thing.id) ?? [];
  return {
    seen,
    themes: (await listThemesOf(ctx, [response.id])).get(response.id) ?? [],
    earlier: about.filter((one) => one.response.id !== response.id),
    versions: await listVersions(ctx, response.id),
    chain: await chainOf(ctx, thingOf(response), seen),
  };
}

/** What was said, from its first source; the answer; and what was promised and came of it. */
async function chainOf(
  ctx: Ctx,
  thing: Thing,
  {
    response,
    thing: row,
  }: { response: { commitmentId: string | null; publishedAt: Date | null }; thing: { saidOn: string } },
): Promise<ChainLink[]> {
  const before = (await listCauses(ctx, thing.kind, [thing.id])).get(thing.id) ?? [];
  const shown = await findThingsShown(ctx, [...before, thing]);
  const said = [...before, thing].flatMap((one): ChainLink[] => {
    const found = shown.get(thingKey(one));
    return found ? [linkTo(found, one === thing ? new Date(`${row.saidOn}T12:00:00Z`) : found.at)] : [];
  });
  const promises = await listPromises(ctx, response.commitmentId ? [response.commitmentId] : []);
  const answer = { words: { key: "answer" }, path: null, at: response.publishedAt ?? ctx.now };
  return [...said, answer, ...promises.map((one) => promiseLink(one, dayOf(ctx.now)))];
}

const linkTo = ({ kind, title, path }: ThingShown, at: Date): ChainLink => ({
  words: { key: kind, title },
  path,
  at,
});

type Promised = Awaited<ReturnType<typeof listPromises>>[number];
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function promiseLink({ number, madeDay, dueDay, doneDay, withdrawnDay }: Promised, today: string): ChainLink {
  const standing = withdrawnDay
    ? { key: "withdrawn", day: noon(withdrawnDay) }
    : doneDay
      ? { key: "done", day: noon(doneDay) }
      : dueDay
        ? { key: dueDay < today ? "overdue" : "due", day: noon(dueDay) }
        : undefined;
  const words = { key: "commitment", title: String(number) };
  return { words, path: `/commitments/${number}`, at: noon(madeDay), standing };
}

export default function Response() {
  const { seen, themes, earlier, versions, chain } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const { response, thing, neighbourhood } = seen;
  return (
    <>
      <PageHead
        title={<span {...asEnglish(locale)}>“{response.said}”</span>}
        caption={t("responses.youSaid")}
        lede={t("responses.saidOn", { day: plainDay(noon(thing.saidOn), locale) })}
        back={{ href: link("/you-said-we-did"), text: t("responses.newestAll") }}
        palette={(neighbourhood?.palette as Palette | undefined) ?? "green"}
        seed={29}
      />
      <Section tight>
        <ResponseAnswer response={response} locale={locale} />
        <ResponseFacts seen={seen} themes={themes} locale={locale} link={link} />
        <h2>{t("responses.chain.title")}</h2>
        <ResponseChain links={chain} locale={locale} link={link} />
        <ResponseHistory earlier={earlier} versions={versions} locale={locale} />
      </Section>
    </>
  );
}
