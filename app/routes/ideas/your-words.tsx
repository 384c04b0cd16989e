import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { appealRemoval } from "~/features/ideas/appeal-removal.server";
import { DangerNumbers } from "~/features/ideas/DangerNumbers";
import { isWorrying } from "~/features/ideas/moderation";
import { findOwnWords } from "~/features/ideas/read-cases.server";
import { asWritten } from "~/features/ideas/rules";
import { getBorough } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Panel } from "~/ui/Panel";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** The address is a secret, and what stands here changes. */
export const headers: HeadersFunction = () => ({
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "same-origin",
});

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const own = await findOwnWords(ctx, args.params.token ?? "");
  if (!own) throw missing();
  const { safeguardingAdults, safeguardingChildren } = (await getBorough(ctx)).contacts;
  const { state, last, board, idea, subject } = own;
  const at = `/ideas/${board.slug}/${idea.slug}`;
  const isOut = state === "live" && idea.state === "live";
  return {
    title: translator(args.context.locale as Locale)("said.own.title"),
    state,
    words: subject.kind === "idea" ? `${idea.title}\n${own.text}` : own.text,
    written: own.locale,
    reason: state === "removed" ? (last?.reason ?? null) : null,
    appeal: state === "removed" || last?.appealState === "granted" ? (last?.appealState ?? null) : null,
    mayAppeal: state === "removed" && last?.state === "removed" && !last.appealState,
    link: isOut || state === "merged" ? (subject.kind === "idea" ? at : `${at}#comments`) : null,
    danger:
      last && (last.isWorrying || isWorrying(last.flags))
        ? { adults: safeguardingAdults, young: safeguardingChildren }
        : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const link = args.params.token ?? "";
  const typed = await typedIn(args.request);
  const asked = await appealRemoval(ctx, { link, typed });
  if (!asked.ok && asked.reason === "missing") throw missing();
  if (!asked.ok && asked.reason === "invalid") return refuse(args.context, typed, asked.fields);
  // Asked before: the page says what became of it.
  return redirect(inLocale(args.context.locale as Locale, `/your-words/${link}`), 303);
}

const APPEAL = {
  waiting: "said.own.appealWaiting",
  kept: "said.own.appealKept",
  granted: "said.own.appealGranted",
} as const;

export default function YourWords() {
  const { title, state, words, written, reason, appeal, mayAppeal, link, danger } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const to = useLink();
  const here = useHere();
  const errors = summaryOf(refused).map(({ text, href }) => ({ text: t(text), href }));
  const wrong = refused?.fields.appeal?.[0];
  return (
    <Page title={title} notice={errors.length > 0 && <ErrorSummary errors={errors} />}>
      <div className="rh-narrow">
        <Panel title={t(`said.own.${state}`)} headingLevel={2}>
          {t(`said.own.${state}Text`)}
        </Panel>
        {danger && <DangerNumbers {...danger} />}
        {reason && (
          <>
            <h2>{t("said.own.reason")}</h2>
            <p>{t(`said.reasons.${reason}`)}</p>
          </>
        )}
        {appeal && <p>{t(APPEAL[appeal])}</p>}
        <h2>{t("said.own.yourWords")}</h2>
        <InsetText>
          {words.split(/\n+/).map((line, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
            <p key={n} dir="auto" {...asWritten(written, locale)}>
              {line}
            </p>
          ))}
        </InsetText>
        {link && (
          <p>
            <a href={to(link)}>{t("said.own.go")}</a>
          </p>
        )}
        {mayAppeal && (
          <form method="post" action={here} noValidate>
            <FormToken />
            <h2>{t("said.own.appeal")}</h2>
            <p>{t("said.own.appealText")}</p>
            <Textarea
              name="appeal"
              label={t("said.own.appealLabel")}
              defaultValue={one(refused?.typed ?? {}, "appeal")}
              error={wrong ? t(wrong) : undefined}
              dir="auto"
            />
            <Button>{t("said.own.appealButton")}</Button>
          </form>
        )}
        <p className="rh-note">{t("said.own.keep")}</p>
      </div>
    </Page>
  );
}
