import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findNoteEvents } from "~/features/events/read-notes.server";
import { ideaJsonLd } from "~/features/ideas/export-json-ld.server";
import { IdeaCredits } from "~/features/ideas/IdeaCredits";
import { IdeaSupport } from "~/features/ideas/IdeaSupport";
import { IdeaTalk } from "~/features/ideas/IdeaTalk";
import { visitorIn } from "~/features/ideas/know-supporter.server";
import { findIdea, listIdeaThemes } from "~/features/ideas/read.server";
import { getTalk } from "~/features/ideas/read-comments.server";
import { getStory } from "~/features/ideas/read-story.server";
import { getSupport } from "~/features/ideas/read-support.server";
import { asWritten } from "~/features/ideas/rules";
import { shortened } from "~/features/ideas/shortened";
import { ResponseCards } from "~/features/responses/ResponseCards";
import { listResponses } from "~/features/responses/read.server";
import { listCauses } from "~/platform/links.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Aside } from "~/ui/Aside";
import { Columns } from "~/ui/Columns";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.idea.title),
  { name: "description", content: args.data?.summary ?? "" },
  ...(args.data ? [{ "script:ld+json": args.data.jsonLd }] : []),
];

/** Who comes back to the page sees whether they support the idea now. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-cache" });

const NEWS = { supported: "ideas.support.thanks", undone: "ideas.support.undone", posted: "ideas.done.live" };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const { request, context, params } = args;
  const found = await findIdea(ctx, params.board ?? "", params.idea ?? "");
  if (!found) throw missing();
  const { seen, movedTo } = found;
  if (!seen) throw redirect(inLocale(context.locale as Locale, `/ideas/${params.board}/${movedTo}`), 301);
  const { idea, board, neighbourhood } = seen;
  const { title, text, locale, shownName, origin, publishedAt, createdAt } = idea;
  const story = await getStory(ctx, idea);
  const causes = await listCauses(ctx, "idea", [idea.id, ...story.merged.map((one) => one.id)]);
  const notes = [...causes.values()].flat().filter((one) => one.kind === "event_note");
  const news = new URL(request.url).searchParams.get("news") ?? "";
  return {
    idea: { title, text, locale, shownName, origin, at: publishedAt ?? createdAt, slug: idea.slug },
    board: { slug: board.slug, title: board.title, asksLink: board.asksLink },
    neighbourhood,
    themes: (await listIdeaThemes(ctx, [idea.id])).get(idea.id) ?? [],
    support: await getSupport(ctx, seen, visitorIn(ctx, request, context.clientAddress)),
    story,
    answers: (await listResponses(ctx, "idea", [idea.id])).get(idea.id) ?? [],
    saidAt: await findNoteEvents(
      ctx,
      notes.map((one) => one.id),
    ),
    news: NEWS[news as keyof typeof NEWS] ?? null,
    talk: await getTalk(ctx, seen),
    submissionId: newSubmissionId(ctx),
    summary: shortened(text),
    jsonLd: ideaJsonLd(ctx, seen),
  };
}

export default function IdeaPage() {
  const data = useLoaderData<typeof loader>();
  const { idea, board, neighbourhood, themes, support, answers, news, submissionId } = data;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const palette = neighbourhood?.palette ?? "";
  const written = asWritten(idea.locale, locale);
  const foreign = asEnglish(locale);
  return (
    <>
      {news && (
        <div className="rh-wrap rh-notice">
          <NotificationBanner success text={t(news)} />
        </div>
      )}
      <PageHead
        title={<span {...written}>{idea.title}</span>}
        caption={t(`ideas.origin.${idea.origin}`)}
        back={{ href: link(`/ideas/${board.slug}`), text: <span {...foreign}>{board.title}</span> }}
        palette={isPalette(palette) ? palette : "green"}
        seed={(neighbourhood?.seed ?? 3) + idea.slug.length}
      />
      <Section tight>
        <Columns
          aside={
            <Aside label={t("ideas.support.title")}>
              <h2>{t(support.mode === "none" ? "ideas.find.neighbourhood" : "ideas.support.title")}</h2>
              <IdeaSupport
                support={support}
                action={link(`/ideas/${board.slug}/${idea.slug}/support`)}
                submissionId={submissionId}
                proof={<FormToken />}
              />
              <p className="rh-after">
                {neighbourhood ? (
                  <a href={link(`/neighbourhoods/${neighbourhood.slug}`)} {...foreign}>
                    {neighbourhood.name}
                  </a>
                ) : (
                  t("ideas.borough")
                )}
              </p>
              {themes.length > 0 && (
                <ul className="rh-list">
                  {themes.map(({ slug, label }) => (
                    <li key={slug}>
                      <a href={link(`/themes/${slug}`)} {...foreign}>
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Aside>
          }
        >
          {idea.text.split(/\s*\n\s*/).map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name and never move
            <p key={at} {...written}>
              {paragraph}
            </p>
          ))}
          {answers.length > 0 && <h2>{t("responses.title")}</h2>}
          {answers.length > 0 && (
            <ResponseCards responses={answers} locale={locale} link={link} headingLevel={3} />
          )}
          <IdeaCredits
            {...{ idea, locale, link }}
            board={board.slug}
            story={data.story}
            saidAt={data.saidAt}
          />
        </Columns>
        <IdeaTalk
          {...{ submissionId, locale }}
          talk={data.talk}
          at={link(`/ideas/${board.slug}/${idea.slug}`)}
          proof={<FormToken />}
        />
      </Section>
    </>
  );
}
