import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DangerNumbers } from "~/features/ideas/DangerNumbers";
import { DEVICE_COOKIE, SUPPORTER_SECONDS, visitorIn } from "~/features/ideas/know-supporter.server";
import { REPORT_REASONS } from "~/features/ideas/moderation";
import { findIdea } from "~/features/ideas/read.server";
import { findShownComment } from "~/features/ideas/read-comments.server";
import { reportWords } from "~/features/ideas/report-words.server";
import { asWritten } from "~/features/ideas/rules";
import { getBorough } from "~/features/places/read.server";
import { cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const found = await findIdea(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found?.seen) throw missing();
  const { idea, board } = found.seen;
  const query = new URL(args.request.url).searchParams;
  const id = query.get("comment");
  const comment = id ? await findShownComment(ctx, id) : null;
  const isSent = query.get("news") === "sent";
  if (id && !comment && !isSent) throw missing();
  const { safeguardingAdults, safeguardingChildren } = (await getBorough(ctx)).contacts;
  return {
    title: translator(args.context.locale as Locale)("said.reporting.title"),
    at: `/ideas/${board.slug}/${idea.slug}`,
    words: comment?.text ?? idea.title,
    written: (comment ?? idea).locale,
    isSent,
    danger: { adults: safeguardingAdults, young: safeguardingChildren },
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { board = "", idea = "" } = args.params;
  const typed = await typedIn(args.request);
  const comment = new URL(args.request.url).searchParams.get("comment");
  const { clientAddress } = args.context;
  const visitor = visitorIn(ctx, args.request, clientAddress, one(typed, "submissionId"));
  const device = visitor.token;
  const sent = await reportWords(ctx, { board, idea, comment, typed, device, limitBy: clientAddress });
  if (!sent.ok && sent.reason === "missing") throw missing();
  if (!sent.ok && sent.reason === "too_many") {
    return refuse(args.context, typed, { "": ["said.problems.tooMany"] }, 429);
  }
  if (!sent.ok) return refuse(args.context, typed, sent.fields);
  const to = inLocale(args.context.locale as Locale, `/ideas/${board}/${idea}/report?news=sent`);
  const headers = { "Set-Cookie": cookieLine(ctx.origin, DEVICE_COOKIE, device, SUPPORTER_SECONDS) };
  return redirect(to, { status: 303, headers });
}

export default function ReportPage() {
  const { title, at, words, written, isSent, danger, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = useHere();
  const errors = summaryOf(refused).map(({ text, href }) => ({ text: t(text), href }));
  const wrong = refused?.fields.reason?.[0];
  const back = { href: link(at), text: t("said.own.go") };
  return (
    <Page
      title={title}
      lede={isSent ? undefined : t("said.reporting.lede")}
      back={back}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {isSent ? (
        <EmptyState title={t("said.reporting.thanks")} icon="talk">
          <p>
            <a href={back.href}>{back.text}</a>
          </p>
        </EmptyState>
      ) : (
        <form className="rh-narrow" method="post" action={here} noValidate>
          <FormToken />
          <input
            type="hidden"
            name="submissionId"
            value={one(refused?.typed ?? {}, "submissionId", submissionId)}
          />
          <p>{t("said.reporting.which")}</p>
          <InsetText>
            <span dir="auto" {...asWritten(written, locale)}>
              {words}
            </span>
          </InsetText>
          <Radios
            name="reason"
            legend={t("said.reporting.why")}
            value={one(refused?.typed ?? {}, "reason")}
            error={wrong ? t(wrong) : undefined}
            items={REPORT_REASONS.map((value) => ({ value, label: t(`said.reporting.${value}`) }))}
          />
          <Button>{t("said.reporting.button")}</Button>
        </form>
      )}
      <DangerNumbers {...danger} />
    </Page>
  );
}
