import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentForm } from "~/features/ideas/CommentForm";
import { commentIdea } from "~/features/ideas/comment-idea.server";
import { findIdea } from "~/features/ideas/read.server";
import { ownLink } from "~/features/ideas/read-cases.server";
import { getTalk } from "~/features/ideas/read-comments.server";
import { asWritten } from "~/features/ideas/rules";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { cameTooSoon, newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Who comes back to the form meets the same form, so that sending it again is sending it once. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const found = await findIdea(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found?.seen) throw missing();
  const { standing, badge, readsBefore } = await getTalk(ctx, found.seen);
  return {
    title: translator(args.context.locale as Locale)("said.add"),
    at: `/ideas/${found.seen.board.slug}/${found.seen.idea.slug}`,
    idea: { title: found.seen.idea.title, locale: found.seen.idea.locale },
    talk: { standing, badge, readsBefore },
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { board = "", idea = "" } = args.params;
  const { locale, clientAddress } = args.context;
  const typed = await typedIn(args.request);
  // People never see this box; scripts fill every box.
  if (one(typed, "website") !== "") return refuse(args.context, typed, { website: ["problems.website"] });
  const submissionId = one(typed, "submissionId");
  if (cameTooSoon(ctx, submissionId)) return refuse(args.context, typed, { "": ["problems.tooSoon"] });
  const said = await commentIdea(ctx, { board, idea, typed, locale, submissionId, limitBy: clientAddress });
  if (said.ok) return redirect(inLocale(locale as Locale, `/your-words/${ownLink(ctx, said.id)}`), 303);
  if (said.reason === "missing" || said.reason === "draft") throw missing();
  if (said.reason === "too_many") {
    return refuse(args.context, typed, { "": ["said.problems.tooMany"] }, 429);
  }
  if (said.reason === "invalid") return refuse(args.context, typed, said.fields);
  return refuse(args.context, typed, {
    "": [said.reason === "not_yet" ? "said.not_yet" : `said.problems.${said.reason}`],
  });
}

export default function CommentPage() {
  const { title, at, idea, talk, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = useHere();
  const errors = inOrder(refused, ["text", "name"]).map(({ text, href }) => ({ text: t(text), href }));
  return (
    <Page
      title={title}
      lede={<span {...asWritten(idea.locale, locale)}>{idea.title}</span>}
      back={{ href: link(at), text: t("said.own.go") }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {talk.standing === "open" || refused ? (
        <CommentForm {...{ talk, submissionId, refused, locale }} action={here} proof={<FormToken />} />
      ) : (
        <InsetText>{t(`said.${talk.standing}`)}</InsetText>
      )}
    </Page>
  );
}
