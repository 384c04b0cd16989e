import { z } from "zod";
import { ORIGINS, SUPPORTS } from "./rules";

const place = z.strictObject({ slug: z.string(), name: z.string() }).nullable();

/** One board as programs get it. */
export const apiBoard = z
  .strictObject({
    slug: z.string().meta({ description: "Names the board in addresses; never changes." }),
    title: z.string(),
    question: z.string(),
    decides: z.string().meta({ description: "Who decides what comes of the ideas." }),
    support: z.enum(SUPPORTS),
    opensAt: z.iso.datetime({ offset: true }),
    closesAt: z.iso.datetime({ offset: true }),
    ideas: z.int().min(0).meta({ description: "Ideas that are shown." }),
    url: z.url(),
  })
  .meta({ id: "IdeaBoard" });

/** All published boards. */
export const apiBoards = z.strictObject({ boards: z.array(apiBoard) }).meta({ id: "IdeaBoards" });

/** One shown idea as programs get it; nobody's name is in it. */
export const apiIdea = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    text: z.string(),
    language: z.string().meta({ description: "What it is written in." }),
    neighbourhood: place.meta({ description: "Null: about the whole borough." }),
    themes: z.array(z.string()).meta({ description: "Slugs of themes." }),
    origin: z.enum(ORIGINS),
    publishedAt: z.iso.datetime({ offset: true }),
    support: z
      .int()
      .nullable()
      .meta({ description: "People who support it, or points; null where it is not counted." }),
    comments: z.int().min(0),
    url: z.url(),
  })
  .meta({ id: "Idea" });

/** One page of a board's ideas. */
export const apiIdeas = z
  .strictObject({
    ideas: z.array(apiIdea),
    next: z.url().nullable().meta({ description: "Address of the next page; null on the last." }),
  })
  .meta({ id: "IdeaPage" });

/** The filters of the list. */
export const apiIdeaFilter = z.strictObject({
  neighbourhood: z.string().max(80).optional().meta({ description: "Slug of a neighbourhood." }),
  after: z.string().max(200).optional().meta({ description: "Slug of the last idea of the page before." }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: "Ideas on a page." }),
});

/** One board, as programs get it. */
export type ApiBoard = z.output<typeof apiBoard>;
/** One idea, as programs get it. */
export type ApiIdea = z.output<typeof apiIdea>;
