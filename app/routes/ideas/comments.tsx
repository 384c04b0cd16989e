import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentList } from "~/features/ideas/CommentList";
import { findIdea } from "~/features/ideas/read.server";
import { listComments } from "~/features/ideas/read-comments.server";
import { asWritten } from "~/features/ideas/rules";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["after"] });
  const found = await findIdea(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found?.seen) throw missing();
  const { idea, board } = found.seen;
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  return {
    title: translator(args.context.locale as Locale)("said.all"),
    at: `/ideas/${board.slug}/${idea.slug}`,
    idea: { title: idea.title, locale: idea.locale },
    ...(await listComments(ctx, idea.id, after)),
  };
}

export default function CommentsPage() {
  const { title, at, idea, comments, more } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const reportAt = (id: string) => link(`${at}/report?comment=${id}`);
  return (
    <Page
      title={title}
      lede={<span {...asWritten(idea.locale, locale)}>{idea.title}</span>}
      back={{ href: link(at), text: t("said.own.go") }}
    >
      {comments.length === 0 ? (
        <EmptyState title={t("said.none")} icon="talk" />
      ) : (
        <CommentList
          comments={comments.map((one) => ({ ...one, createdAt: new Date(one.createdAt) }))}
          reportAt={reportAt}
          locale={locale}
        />
      )}
      {more && (
        <p>
          <a href={link(`${at}/comments?after=${more}`)}>{t("said.more")}</a>
        </p>
      )}
    </Page>
  );
}
