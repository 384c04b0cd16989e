import { readFileSync } from "node:fs";
import YAML from "yaml";
import { openDatabase } from "~/db/client.server";
import { env } from "~/db/env.server";
import { rebuildAppraisalSearch } from "~/features/appraisals/rebuild-search.server";
import { rebuildCommitmentSearch } from "~/features/commitments/rebuild-search.server";
import { rebuildActivitySearch } from "~/features/engagement/rebuild-search.server";
import { rebuildEventSearch } from "~/features/events/rebuild-search.server";
import { rebuildIdeaSearch } from "~/features/ideas/rebuild-search.server";
import { admin, type Said } from "~/features/people/make-one-time-code.server";
import { importBorough, importPlaces, placesSheet } from "~/features/places/import-places.server";
import { findBorough } from "~/features/places/read.server";
import { rebuildPlacesSearch } from "~/features/places/rebuild-search.server";
import { rebuildResponseSearch } from "~/features/responses/rebuild-search.server";
import { rebuildSurveySearch } from "~/features/surveys/rebuild-search.server";
import type { Ctx } from "~/platform/context.server";
import { rebuildContentSearch } from "~/platform/index-content.server";

const USAGE =
  'Say which sheet describes the borough and who looks after the site: npm run setup -- borough.yaml name@example.org "Their Name". content/demo/places.yaml explains every field.';

const CHECKLIST = [
  "Before the public pages open:",
  "  1. Enter the one-time code, and set up the second step.",
  "  2. Give the programme lead and the neighbourhood leads their roles (People and roles).",
  "  3. Read /privacy and /accessibility with your data protection officer; their periods come from the settings.",
  "  4. Set SMTP_URL and MAIL_FROM, and send yourself a sign-in link.",
  "  5. Run npm run backup and npm run drill, and put the backup on a timer (docs/operating.md).",
  "  6. Publish the first event.",
];

/** Opens the database for one command, as whoever runs commands on the machine. */
async function withCtx<T>(name: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const store = await openDatabase(env.DATABASE_URL);
  try {
    await store.migrate();
    const actor = { kind: "system", name } as const;
    return await work({
      store,
      db: store.db,
      actor,
      now: new Date(),
      origin: env.ORIGIN,
      secret: env.SECRET,
    });
  } finally {
    await store.close();
  }
}

/** The command `npm run setup`: the borough from a sheet and the first administrator, on an empty database. */
export async function setUp(args: readonly string[]): Promise<Said> {
  const [file, ...who] = args;
  if (!file || who.length === 0) return { ok: false, text: USAGE };
  const sheet = placesSheet.safeParse(YAML.parse(readFileSync(file, "utf8")));
  if (!sheet.success) {
    const issue = sheet.error.issues[0];
    return { ok: false, text: `${file}: ${issue?.path.join(".")}: ${issue?.message}` };
  }
  return withCtx("setup command", async (ctx) => {
    if (await findBorough(ctx))
      return { ok: false, text: "This database has a borough already. Nothing was changed." };
    await importBorough(ctx, sheet.data);
    await importPlaces(ctx, sheet.data);
    const said = await admin(ctx, who);
    return { ok: said.ok, text: [said.text, "", ...CHECKLIST].join("\n") };
  });
}

/** The command `npm run admin`: a one-time code for the first or a locked-out administrator. */
export async function makeAdmin(args: readonly string[]): Promise<Said> {
  return withCtx("admin command", (ctx) => admin(ctx, args));
}

/** The command `npm run search:rebuild`: every search entry anew. */
export async function rebuildSearch(): Promise<Said> {
  return withCtx("search command", async (ctx) => {
    const { entries: events } = await rebuildEventSearch(ctx);
    const { entries: activities } = await rebuildActivitySearch(ctx);
    const { entries: surveys } = await rebuildSurveySearch(ctx);
    const { entries: ideas } = await rebuildIdeaSearch(ctx);
    const { entries: answers } = await rebuildResponseSearch(ctx);
    const { entries: commitments } = await rebuildCommitmentSearch(ctx);
    const { entries: options } = await rebuildAppraisalSearch(ctx);
    const { entries: places } = await rebuildPlacesSearch(ctx);
    const borough = await findBorough(ctx);
    const pages = borough ? (await rebuildContentSearch(ctx, borough)).entries : 0;
    const text = `Search is rebuilt: ${events} events, ${activities} activities, ${surveys} surveys, ${ideas} ideas, ${answers} answers, ${commitments} commitments and milestones, ${options} options and decisions, ${places} places, ${pages} pages.`;
    return { ok: true, text };
  });
}
