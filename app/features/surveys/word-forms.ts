import { z } from "zod";
import { typed } from "./schema";

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())].filter((one) => one !== ""));

/** The texts on a page, by the ids of their cards. */
const cardsForm = z.object({
  text: list.pipe(z.array(z.string().regex(/^\d{1,16}$/)).max(50)),
});

const cardForm = z.object({
  themes: list,
  none: z.string().optional(),
  danger: z.enum(["looked_at", "passed_on"]).optional().catch(undefined),
});

/** What somebody says of one text; nothing ticked leaves it to be read. */
export type Card = {
  id: number;
  /** Slugs; none for "about none of these". */
  themes: string[];
  danger: "looked_at" | "passed_on" | null;
};

/** The names of a card's fields. */
export const cardField = (field: "themes" | "none" | "danger", id: number | string) => `${field}-${id}`;

type Fields = Record<string, string[]>;

/** The cards of a posted page on which something was ticked, or what is wrong with them by field. */
export function cardsIn(posted: unknown): { cards: Card[]; fields: Fields } {
  const parsed = cardsForm.safeParse(posted);
  const values = posted as Record<string, unknown>;
  const fields: Fields = {};
  const cards = (parsed.success ? parsed.data.text : []).flatMap((id): Card[] => {
    const read = cardForm.safeParse({
      themes: values[cardField("themes", id)],
      none: values[cardField("none", id)],
      danger: values[cardField("danger", id)],
    });
    if (!read.success) return [];
    const { themes, none, danger = null } = read.data;
    if (themes.length > 0 && none) {
      fields[cardField("themes", id)] = ["Choose what it is about, or “None of these”, and not both"];
    }
    if (themes.length === 0 && !none) {
      if (danger) fields[cardField("themes", id)] = ["Choose what it is about, or “None of these”"];
      return [];
    }
    return [{ id: Number(id), themes: none ? [] : themes, danger }];
  });
  return { cards, fields };
}

/** How large the sample of a box is to be, in texts of a hundred. */
export const sampleForm = z.object({
  inAHundred: z
    .string()
    .optional()
    .transform((value = "") => Number(value.trim() || Number.NaN))
    .pipe(
      z
        .number("Enter a whole number from 1 to 100")
        .int("Enter a whole number from 1 to 100")
        .min(1, "Enter a whole number from 1 to 100")
        .max(100, "Enter a whole number from 1 to 100"),
    ),
});

/** What stands of a text that two people read differently. */
export const settledForm = z.object({ themes: list });

const LONGEST_QUOTE = 600;

/** The words that are to be printed, and that nobody can be told from them. */
export const quoteForm = z.object({
  words: typed(LONGEST_QUOTE).pipe(z.string().min(1, "Leave some words in")),
  nobody: z.literal("yes", "Confirm that nobody can be told from it, or don’t propose it"),
});

/** What somebody else finds who looks at it. */
export const checkForm = z
  .object({
    act: z.enum(["agree", "return"], "Choose what to do with it"),
    nobody: z.string().optional(),
  })
  .refine(({ act, nobody }) => act === "return" || nobody === "yes", {
    path: ["nobody"],
    error: "Confirm that nobody can be told from it, or give it back",
  });
