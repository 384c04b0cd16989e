import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askForLink } from "~/features/ideas/confirm-support.server";
import { IdeaSupport } from "~/features/ideas/IdeaSupport";
import { DEVICE_COOKIE, SUPPORTER_SECONDS, visitorIn } from "~/features/ideas/know-supporter.server";
import { findStanding } from "~/features/ideas/read.server";
import { getSupport } from "~/features/ideas/read-support.server";
import { asWritten } from "~/features/ideas/rules";
import { supportIdea } from "~/features/ideas/support-idea.server";
import { getBorough } from "~/features/places/read.server";
import { cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { board = "", idea = "" } = args.params;
  const locale = args.context.locale as Locale;
  const seen = await findStanding(ctx, board, idea);
  if (!seen) throw missing();
  const support = await getSupport(ctx, seen, visitorIn(ctx, args.request, args.context.clientAddress));
  const isSent = new URL(args.request.url).searchParams.get("news") === "sent";
  return {
    title: translator(locale)(isSent ? "ideas.link.sent" : "ideas.support.title"),
    idea: { slug: seen.idea.slug, title: seen.idea.title, locale: seen.idea.locale },
    board: { slug: seen.board.slug, asksLink: seen.board.asksLink },
    needsLink: seen.board.asksLink && support.mine === 0 && support.standing === "open",
    support,
    isSent,
    phone: (await getBorough(ctx)).contacts.phone,
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { board = "", idea = "" } = args.params;
  const { clientAddress } = args.context;
  const locale = args.context.locale as Locale;
  const typed = await typedIn(args.request);
  const here = (slug: string, rest = "") => inLocale(locale, `/ideas/${board}/${slug}${rest}`);
  if (typed.email !== undefined) {
    const asked = await askForLink(ctx, { board, idea, typed, locale, limitBy: clientAddress });
    if (asked.ok) return redirect(here(idea, "/support?news=sent"), 303);
    if (asked.reason === "missing") throw missing();
    return refuse(args.context, typed, asked.fields, asked.reason === "too_many" ? 429 : 422);
  }
  const undo = one(typed, "undo") !== "";
  const points = one(typed, "points", "1").trim();
  if (!/^[1-9]\d?$/.test(points) && !undo) {
    return refuse(args.context, typed, { points: ["ideas.support.tooManyPoints"] });
  }
  const visitor = visitorIn(ctx, args.request, clientAddress, one(typed, "submissionId"));
  const done = await supportIdea(ctx, {
    board,
    idea,
    visitor,
    undo,
    points: Number(points),
    limitBy: clientAddress,
  });
  if (!done.ok && done.reason === "missing") throw missing();
  if (!done.ok && done.reason === "asks_link") return redirect(here(idea, "/support"), 303);
  if (!done.ok && done.reason === "too_many_points") {
    return refuse(args.context, typed, { points: ["ideas.support.tooManyPoints"] });
  }
  // A board that has closed meanwhile, or takes no support, says so on the idea's own page.
  if (!done.ok) return redirect(here(idea), 303);
  const headers = { "Set-Cookie": cookieLine(ctx.origin, DEVICE_COOKIE, visitor.token, SUPPORTER_SECONDS) };
  return redirect(here(done.slug, `?news=${undo ? "undone" : "supported"}`), { status: 303, headers });
}

export default function Support() {
  const { title, idea, board, support, needsLink, isSent, phone, submissionId } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const error = (name: string) => (refused?.fields[name]?.[0] ? t(refused.fields[name][0]) : undefined);
  const errors = Object.entries(refused?.fields ?? {}).map(([name, [key = ""]]) => ({
    text: t(key),
    href: `#${name}`,
  }));
  const said = <span {...asWritten(idea.locale, locale)}>{idea.title}</span>;
  return (
    <Page
      title={title}
      lede={isSent ? t("ideas.link.sentText") : said}
      back={{ href: link(`/ideas/${board.slug}/${idea.slug}`), text: said }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <div className="rh-narrow">
        {!isSent && needsLink && (
          <form action={link(`/ideas/${board.slug}/${idea.slug}/support`)} method="post">
            <FormToken />
            <p>{t("ideas.link.lede")}</p>
            <TextInput
              name="email"
              type="email"
              label={t("ideas.link.email")}
              hint={t("ideas.link.emailHint")}
              error={error("email")}
              defaultValue={one(refused?.typed ?? {}, "email")}
              autoComplete="email"
              spellCheck={false}
            />
            <Button>{t("ideas.link.button")}</Button>
          </form>
        )}
        {!isSent && !needsLink && (
          <IdeaSupport
            support={support}
            action={link(`/ideas/${board.slug}/${idea.slug}/support`)}
            submissionId={submissionId}
            proof={<FormToken />}
            error={error("points")}
            typed={refused ? one(refused.typed, "points") : undefined}
          />
        )}
        {(isSent || needsLink) && <p>{t("ideas.link.phone", { phone })}</p>}
      </div>
    </Page>
  );
}
