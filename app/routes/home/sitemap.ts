import type { LoaderFunctionArgs } from "@remix-run/node";
import { listAppraisalSlugs } from "~/features/appraisals/read.server";
import { listDecisionSlugs } from "~/features/appraisals/read-decisions.server";
import { listActivitySlugs } from "~/features/engagement/read.server";
import { listPublishedYears } from "~/features/equality/read-who-answered.server";
import { listEventSlugs } from "~/features/events/read.server";
import { listHeardSlugs } from "~/features/events/read-heard.server";
import { listIdeaPaths } from "~/features/ideas/read-boards.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { listSurveySlugs } from "~/features/surveys/read.server";
import { anyone } from "~/routes/guards.server";

const PAGES = [
  "/",
  "/events",
  "/neighbourhoods",
  "/engagement",
  "/surveys",
  "/ideas",
  "/options",
  "/decisions",
  "/heard",
  "/themes",
  "/who-we-heard-from",
  "/about",
  "/help",
  "/accessibility",
  "/privacy",
  "/cookies",
  "/easy-read",
  "/bsl",
  "/open-data",
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const events = (await listEventSlugs(ctx)).map((event) => `/events/${event.slug}`);
  const places = (await listNeighbourhoods(ctx)).map((place) => `/neighbourhoods/${place.slug}`);
  const activities = (await listActivitySlugs(ctx)).map((slug) => `/engagement/${slug}`);
  const heard = (await listHeardSlugs(ctx)).map((slug) => `/events/${slug}/heard`);
  const themes = (await listThemesInUse(ctx)).map((theme) => `/themes/${theme.slug}`);
  const surveys = (await listSurveySlugs(ctx)).flatMap(({ slug, hasResults }) => [
    `/surveys/${slug}`,
    ...(hasResults ? [`/surveys/${slug}/results`] : []),
  ]);
  const years = (await listPublishedYears(ctx)).map((year) => `/who-we-heard-from/${year}`);
  const options = (await listAppraisalSlugs(ctx)).map((slug) => `/options/${slug}`);
  const decisions = (await listDecisionSlugs(ctx)).map((slug) => `/decisions/${slug}`);
  const ideas = await listIdeaPaths(ctx);
  const urls = [
    ...PAGES,
    ...[places, events, activities, heard, surveys, ideas, themes, years, options, decisions].flat(),
  ].map((path) => `<url><loc>${ctx.origin}${path}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
