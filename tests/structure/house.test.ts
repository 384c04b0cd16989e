import { describe, expect, it } from "vitest";
import { builtCss } from "./checks/built-css";
import { contentPages } from "./checks/content-pages";
import { docComments } from "./checks/doc-comments";
import { docLinks } from "./checks/doc-links";
import { floors } from "./checks/floors";
import { gated } from "./checks/gated";
import { locales } from "./checks/locales";
import { markup } from "./checks/markup";
import { migrations } from "./checks/migrations";
import { reads } from "./checks/reads";
import { routeBudget } from "./checks/route-budget";
import { siteMap } from "./checks/site-map";
import type { Check } from "./checks/source";
import { strings } from "./checks/strings";
import { tables } from "./checks/tables";
import { verbs } from "./checks/verbs";
import { versions } from "./checks/versions";
import { vocabulary } from "./checks/vocabulary";
import { words } from "./checks/words";
import { advice, isFresh } from "./draw-rooms.mjs";

const root = process.cwd();

const rules: readonly [string, Check][] = [
  ["floors, arrows between rooms and owners of packages", floors],
  ["site map: every address has a file, a guard and a title", siteMap],
  [
    "the README's picture of the rooms is drawn from the rules",
    (folder) => (isFresh(folder) ? [] : [advice]),
  ],
  ["route files are short and in order", routeBudget],
  ["rooms hold only the files of the closed vocabulary", vocabulary],
  ["verbs take ctx, ask may and leave an audit row", verbs],
  ["only its own room writes a table", tables],
  ["queries stand in read files or inside a write", reads],
  ["numbers about people reach everyone through the gate", gated],
  ["exported functions and tables have a doc comment", docComments],
  ["no inline style, handler, script or ready-made HTML", markup],
  ["packages that guard the site are new enough", versions],
  ["built style sheets are small and our own", builtCss],
  ["migrations are in step with the tables on both engines", migrations],
  ["every string that the code asks for is written", strings],
  ["pages have a title, known placeholders and links that answer", contentPages],
  ["links between documents lead somewhere", docLinks],
  ["words that the house does not use", words],
  ["every language says the resident journey", locales],
];

describe("the rules of the house", () => {
  it.each(rules)("%s", { timeout: 60_000 }, async (_, check) => {
    const problems = await check(root);
    if (problems.length > 0) expect.fail(`\n${problems.join("\n")}`);
  });
});
