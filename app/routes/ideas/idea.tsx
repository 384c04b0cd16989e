import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { shortened } from "~/features/ideas/index-idea.server";
import { findIdea, listIdeaThemes } from "~/features/ideas/read.server";
import { inLocale, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.idea.title),
  { name: "description", content: args.data?.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { board: boardSlug = "", idea: slug = "" } = args.params;
  const found = await findIdea(ctx, boardSlug, slug);
  if (!found) throw missing();
  const { seen, movedTo } = found;
  if (!seen) throw redirect(inLocale(args.context.locale as Locale, `/ideas/${boardSlug}/${movedTo}`), 301);
  const { idea, board, neighbourhood } = seen;
  const { title, text, locale, shownName, origin, publishedAt, createdAt } = idea;
  return {
    idea: { title, text, locale, shownName, origin, at: publishedAt ?? createdAt },
    board: { slug: board.slug, title: board.title },
    neighbourhood,
    themes: (await listIdeaThemes(ctx, [idea.id])).get(idea.id) ?? [],
    summary: shortened(text),
  };
}

export default function IdeaPage() {
  const { idea, board, neighbourhood } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const palette = neighbourhood?.palette ?? "";
  return (
    <>
      <PageHead
        title={idea.title}
        lede={t(`ideas.origin.${idea.origin}`)}
        lang={idea.locale}
        back={{ href: link(`/ideas/${board.slug}`), text: board.title }}
        palette={isPalette(palette) ? palette : "green"}
        seed={neighbourhood?.seed ?? board.slug.length}
      />
      <Section tight>
        <div className="rh-narrow">
          <p lang={idea.locale}>{idea.text}</p>
          <p>{t("ideas.posted", { day: longDay(new Date(idea.at), locale) })}</p>
        </div>
      </Section>
    </>
  );
}
