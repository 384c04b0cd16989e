import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DEVICE_COOKIE, SUPPORTER_SECONDS, visitorIn } from "~/features/ideas/know-supporter.server";
import { markStatement } from "~/features/ideas/mark-statement.server";
import { findBoard } from "~/features/ideas/read.server";
import { getMarking } from "~/features/ideas/read-statements.server";
import { cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Each browser sees what it marked itself. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

const whichIn = (request: Request) => {
  const n = new URL(request.url).searchParams.get("n") ?? "";
  return /^\d{1,3}$/.test(n) ? Number(n) : null;
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const board = await findBoard(ctx, args.params.board ?? "");
  if (!board?.findsAgreement || board.state !== "published") throw missing();
  const visitor = visitorIn(ctx, args.request, args.context.clientAddress);
  return {
    title: translator(args.context.locale as Locale)("agreement.mark"),
    board: { slug: board.slug, title: board.title },
    ...(await getMarking(ctx, board, { device: visitor.token, n: whichIn(args.request) })),
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { board = "" } = args.params;
  const { locale, clientAddress } = args.context;
  const typed = await typedIn(args.request);
  const device = visitorIn(ctx, args.request, clientAddress, one(typed, "submissionId")).token;
  const statement = one(typed, "statement");
  const marked = await markStatement(ctx, { board, statement, typed, device, limitBy: clientAddress });
  if (!marked.ok && (marked.reason === "missing" || marked.reason === "draft")) throw missing();
  if (!marked.ok && marked.reason === "too_many") {
    return refuse(args.context, typed, { "": ["agreement.tooMany"] }, 429);
  }
  if (!marked.ok) {
    return refuse(args.context, typed, marked.fields ?? { "": [`agreement.${marked.reason}`] });
  }
  const next = `/ideas/${board}/agreement/mark?n=${Number(one(typed, "n")) + 1 || 1}`;
  const headers = { "Set-Cookie": cookieLine(ctx.origin, DEVICE_COOKIE, device, SUPPORTER_SECONDS) };
  return redirect(inLocale(locale as Locale, next), { status: 303, headers });
}

const MARKS = ["agree", "disagree", "pass"] as const;

export default function MarkPage() {
  const { title, board, statement, n, of, mine, standing, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const at = link(`/ideas/${board.slug}/agreement`);
  const errors = summaryOf(refused).map(({ text, href }) => ({ text: t(text), href }));
  const wrong = refused?.fields.mark?.[0];
  const end = of === 0 ? "none" : "done";
  return (
    <Page
      title={title}
      lede={t("agreement.markLede")}
      back={{ href: link(`/ideas/${board.slug}`), text: <span {...asEnglish(locale)}>{board.title}</span> }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {statement && standing === "open" ? (
        <form className="rh-narrow" method="post" action={`${at}/mark?n=${n}`} noValidate>
          <FormToken />
          <input type="hidden" name="submissionId" value={submissionId} />
          <input type="hidden" name="statement" value={statement.id} />
          <input type="hidden" name="n" value={n} />
          <p className="rh-note">{t("agreement.statement", { n, of })}</p>
          <h2 {...asEnglish(locale)}>{statement.text}</h2>
          {mine && <p>{t("agreement.yours", { mark: t(`agreement.${mine}`) })}</p>}
          <Radios
            name="mark"
            legend={t("agreement.question")}
            value={mine ?? undefined}
            error={wrong ? t(wrong) : undefined}
            items={MARKS.map((value) => ({
              value,
              label: t(`agreement.${value}`),
              hint: value === "pass" ? t("agreement.passHint") : undefined,
            }))}
          />
          <ButtonRow>
            <Button arrow>{t("agreement.next")}</Button>
            <a href={`${at}/mark?n=${n + 1}`}>{t("agreement.skip")}</a>
          </ButtonRow>
        </form>
      ) : (
        <EmptyState title={t(standing === "open" ? `agreement.${end}` : `agreement.${standing}`)} icon="talk">
          {standing === "open" && of > 0 && (
            <>
              <p>{t("agreement.doneText")}</p>
              <p>
                <a href={`${at}/mark?n=1`}>{t("agreement.again")}</a>
              </p>
            </>
          )}
          <p>
            <a href={at}>{t("agreement.result")}</a>
          </p>
        </EmptyState>
      )}
    </Page>
  );
}
