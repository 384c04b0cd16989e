import type { Ctx } from "~/platform/context.server";
import type { IdeaSeen } from "./read.server";

/** A shown idea as schema.org `DiscussionForumPosting`, for search engines and other programs. */
export function ideaJsonLd(ctx: Ctx, { idea, board, neighbourhood }: IdeaSeen) {
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: idea.title,
    text: idea.text,
    inLanguage: idea.locale,
    url: `${ctx.origin}/ideas/${board.slug}/${idea.slug}`,
    datePublished: (idea.publishedAt ?? idea.createdAt).toISOString(),
    isPartOf: { "@type": "WebPage", name: board.title, url: `${ctx.origin}/ideas/${board.slug}` },
    author: { "@type": "Person", name: idea.shownName ?? "A resident" },
    ...(neighbourhood ? { contentLocation: { "@type": "Place", name: neighbourhood.name } } : {}),
    ...(board.support === "none"
      ? {}
      : {
          interactionStatistic: {
            "@type": "InteractionCounter",
            interactionType: "https://schema.org/LikeAction",
            userInteractionCount: idea.supportCount,
          },
        }),
  };
}
