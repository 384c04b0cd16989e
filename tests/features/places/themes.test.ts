import { beforeEach, expect, test } from "vitest";
import { addCohort } from "~/features/places/add-cohort.server";
import { addTheme } from "~/features/places/add-theme.server";
import { editCohort } from "~/features/places/edit-cohort.server";
import { editTheme } from "~/features/places/edit-theme.server";
import { mergeTheme } from "~/features/places/merge-theme.server";
import { findCohort, listCohorts } from "~/features/places/read-cohorts.server";
import { findTheme, listMergedInto, listThemes } from "~/features/places/read-themes.server";
import { retire } from "~/features/places/retire.server";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asStaff } from "../../support/factories";

let house: Ctx;
let desk: Ctx;
beforeEach(async () => {
  house = await aHouse();
  desk = asStaff(house);
});

const themeTyped = (label: string, plainLabel: string, change: Record<string, unknown> = {}) => ({
  label,
  plainLabel,
  origin: "resident",
  parent: "",
  aliases: "",
  ...change,
});
const add = (label: string, plain: string, change = {}) =>
  addTheme(desk, { typed: themeTyped(label, plain, change) });
const merge = (slug: string, into: string, ctx = desk) => mergeTheme(ctx, { slug, typed: { into } });

test("merged, a theme's words become other words of the one that stays, and its address leads there", async () => {
  await add("Access to primary care", "Getting a doctor's appointment", { aliases: "Phone queues" });
  await add("GP access", "Seeing my doctor");
  await add("Telephony", "The 8am rush");
  expect(await merge("telephony", "gp-access")).toEqual({ ok: true, into: "gp-access" });
  expect(await merge("gp-access", "access-to-primary-care")).toMatchObject({ ok: true });

  const all = await listThemes(house);
  expect(all).toMatchObject([
    {
      label: "Access to primary care",
      plainLabel: "Getting a doctor's appointment",
      aliases: ["Phone queues", "GP access", "Seeing my doctor", "Telephony", "The 8am rush"],
    },
  ]);
  for (const slug of ["access-to-primary-care", "gp-access", "telephony"]) {
    expect((await findTheme(house, slug))?.slug).toBe("access-to-primary-care");
  }
  expect((await listMergedInto(house, all[0]?.id ?? "")).map((one) => one.label)).toEqual([
    "GP access",
    "Telephony",
  ]);
});

test("a theme is merged once, into another, by who keeps themes", async () => {
  await add("One", "The first");
  await add("Two", "The second");
  expect(await merge("one", "one")).toMatchObject({ reason: "invalid" });
  expect(await merge("one", "atlantis")).toMatchObject({ reason: "invalid" });
  expect(await merge("one", "two", asStaff(house, "moderator"))).toMatchObject({ reason: "not_allowed" });
  expect(await merge("one", "two")).toMatchObject({ ok: true });
  expect(await merge("one", "two")).toMatchObject({ reason: "missing" });
  // The address of the merged one leads to the other, which cannot be merged into itself.
  expect(await merge("two", "one")).toMatchObject({ reason: "invalid" });
  expect(await editTheme(desk, { slug: "one", typed: themeTyped("Uno", "Primo") })).toMatchObject({
    reason: "missing",
  });
});

test("themes that lay under a merged one lie under the one that stays", async () => {
  await add("Care", "Being looked after");
  await add("Access", "Getting in");
  await add("Transport", "Getting there", { parent: "access" });
  await merge("access", "care");
  const [care, transport] = await listThemes(house);
  expect(transport).toMatchObject({ label: "Transport", parentId: care?.id });
});

test("themes lie two deep at most", async () => {
  await add("Access", "Getting in");
  await add("Transport", "Getting there", { parent: "access" });
  expect(await add("Buses", "The 12 bus", { parent: "transport" })).toMatchObject({
    fields: { parent: [expect.any(String)] },
  });
  await add("Money", "What it costs");
  const typed = themeTyped("Access", "Getting in", { parent: "money" });
  expect(await editTheme(desk, { slug: "access", typed })).toMatchObject({
    fields: { parent: [expect.stringContaining("themes under it")] },
  });
  expect(await editTheme(desk, { slug: "money", typed: themeTyped("Cost", "Money") })).toEqual({ ok: true });
});

test("a retired theme is no place to merge into", async () => {
  await add("One", "The first");
  await add("Two", "The second");
  await retire(desk, { kind: "theme", slug: "two" });
  expect(await merge("one", "two")).toMatchObject({ reason: "invalid" });
});

const cohortTyped = (change: Record<string, unknown> = {}) => ({
  name: "Lower need",
  definition: "People who are mostly well.",
  criteria: "No long-term condition.",
  estimate: "",
  source: "",
  ...change,
});

test("a cohort says who is meant, and where its number comes from", async () => {
  expect(await addCohort(desk, { typed: cohortTyped({ estimate: "400" }) })).toMatchObject({
    fields: { source: ["Say where the number of people comes from"] },
  });
  await addCohort(desk, { typed: cohortTyped() });
  await addCohort(desk, { typed: cohortTyped({ name: "Most complex", estimate: "4,000", source: "x" }) });
  expect((await listCohorts(house)).map((one) => [one.name, one.estimate])).toEqual([["Lower need", null]]);
  const typed = cohortTyped({ estimate: "160000", source: "Demo estimate 2025" });
  expect(await editCohort(asStaff(house, "analyst"), { slug: "lower-need", typed })).toMatchObject({
    reason: "not_allowed",
  });
  expect(await editCohort(desk, { slug: "lower-need", typed })).toEqual({ ok: true });
  expect(await findCohort(house, "lower-need")).toMatchObject({
    estimate: 160_000,
    source: "Demo estimate 2025",
  });
  expect(await retire(desk, { kind: "cohort", slug: "lower-need" })).toEqual({ ok: true });
  expect((await findCohort(house, "lower-need"))?.retiredDay).toBe("2026-06-01");
});
