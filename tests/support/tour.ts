import path from "node:path";
import { type Address, addressesOf } from "../structure/checks/site-map";
import { askForLink, linkInMail } from "./sign-in";
import { HELEN, INES, type Stop } from "./stop";
import { AFTER } from "./tour-after";
import { APPRAISALS } from "./tour-appraisals";
import { COMMITMENTS } from "./tour-commitments";
import { ENGAGEMENT } from "./tour-engagement";
import { EQUALITY } from "./tour-equality";
import { IDEAS } from "./tour-ideas";
import { MODERATION } from "./tour-moderation";
import { NEEDS } from "./tour-needs";
import { PAPER } from "./tour-paper";
import { PLACES } from "./tour-places";
import { PUBLISHING } from "./tour-publishing";
import { QUESTIONNAIRES } from "./tour-questionnaires";
import { RESPONSES } from "./tour-responses";
import { SURVEYS } from "./tour-surveys";
import { THEMES } from "./tour-themes";

const HER_MAIL = "helen.pike@example.org";

/** The pages that every site has: visitors, bookings, the door, people, messages and what stands in words. */
const SITE: Record<string, Stop> = {
  "/": {},
  "/neighbourhoods": {},
  "/neighbourhoods/find": {},
  "/neighbourhoods/:slug": { from: "/neighbourhoods" },
  "/events": {},
  "/events/:slug": { from: "/events" },
  "/events/:slug/register": { way: (scene) => scene.openEvent("/register"), refuses: true },
  "/registrations/:token": { way: (scene) => scene.booking() },
  "/registrations/:token/change": { way: (scene) => scene.booking("/change") },
  "/registrations/:token/cancel": { way: (scene) => scene.booking("/cancel") },

  "/manage": { as: HELEN },
  "/manage/events": { as: HELEN },
  "/manage/events/new": { as: HELEN, refuses: true },
  "/manage/events/:slug": { as: HELEN, from: "/manage/events" },
  "/manage/events/:slug/edit": { as: HELEN, from: "/manage/events", refuses: true },
  "/manage/events/:slug/capacity": { as: HELEN, from: "/manage/events", refuses: true },
  "/manage/events/:slug/cancel": { as: HELEN, from: "/manage/events" },
  "/manage/events/:slug/discard": { as: HELEN, way: (scene) => scene.draft("/discard") },
  "/manage/events/:slug/book": { as: HELEN, way: (scene) => scene.managed("/book"), refuses: true },
  "/manage/events/:slug/print": { as: HELEN, way: (scene) => scene.managed("/print"), sheet: true },
  "/manage/events/:slug/door": { as: HELEN, way: (scene) => scene.managed("/door") },
  "/manage/events/:slug/check-in": { as: HELEN, way: (scene) => scene.managed("/check-in"), sheet: true },
  "/manage/events/:slug/close-list": { as: HELEN, way: (scene) => scene.managed("/close-list") },
  "/manage/events/:slug/reopen-list": {
    as: HELEN,
    way: (scene) => scene.managed("/reopen-list"),
    refuses: true,
  },
  "/manage/events/:slug/sheets": { as: HELEN, way: (scene) => scene.managed("/sheets") },
  "/manage/events/:slug/sheets/:sheet": {
    as: HELEN,
    way: (scene) => scene.managed("/sheets/sign-in"),
    sheet: true,
  },
  "/manage/registrations/:id": { as: HELEN, way: (scene) => scene.party() },
  "/manage/registrations/:id/letter": { as: HELEN, way: (scene) => scene.party("/letter"), sheet: true },
  "/manage/registrations/:id/change": { as: HELEN, way: (scene) => scene.party("/change") },
  "/manage/registrations/:id/cancel": { as: HELEN, way: (scene) => scene.party("/cancel") },
  "/manage/registrations/:id/duplicate": { as: HELEN, way: (scene) => scene.twin() },

  "/sign-in": { refuses: true, english: true },
  "/sign-in/check-email": {
    english: true,
    way: async ({ page }) => {
      await askForLink(page, HER_MAIL);
      return "/sign-in/check-email";
    },
  },
  "/sign-in/code": {
    english: true,
    refuses: true,
    way: async ({ page }) => {
      await askForLink(page, HER_MAIL);
      return "/sign-in/code";
    },
  },
  "/sign-in/one-time-code": { english: true, refuses: true },
  "/sign-in/:token": {
    english: true,
    way: async ({ page }) => {
      await askForLink(page, HER_MAIL);
      return linkInMail(page, "Helen Pike");
    },
  },
  "/sign-in/second-factor": {
    english: true,
    way: async (scene) => {
      await scene.signInByMail();
      return "/sign-in/second-factor";
    },
  },
  "/sign-in/recovery": {
    english: true,
    way: async (scene) => {
      await scene.signInByMail();
      return "/sign-in/recovery";
    },
  },
  "/sign-in/recovery-codes": {
    english: true,
    way: async (scene) => {
      await scene.signInByMail();
      return "/sign-in/recovery-codes";
    },
  },
  "/sign-out": { as: HELEN, english: true },
  "/account": { as: HELEN, english: true },

  "/manage/people": { as: INES },
  "/manage/people/new": { as: INES, refuses: true },
  "/manage/people/:id": { as: INES, from: "/manage/people" },
  "/manage/people/:id/give-role": { as: INES, from: "/manage/people", refuses: true },
  "/manage/people/:id/left": { as: INES, from: "/manage/people" },
  "/manage/audit": { as: INES },

  "/about": {},
  "/privacy": {},
  "/accessibility": {},
  "/cookies": {},
  "/help": {},
  "/easy-read": {},
  "/bsl": {},
  "/search": {},
  "/languages": {},

  "/manage/messages": { as: HELEN },
  "/manage/messages/failed": { as: HELEN },
  "/manage/messages/done": { as: HELEN },
  "/manage/messages/:id/letter": { as: HELEN, from: "/manage/messages", sheet: true },
  "/manage/outbox": { as: HELEN },
  "/manage/outbox/:id": { as: HELEN, from: "/manage/outbox" },

  "/*": { status: 404, way: async () => "/evnets" },
};

/** The tour by what its pages are about; each has a file of its own. */
const CHAPTERS = {
  site: SITE,
  publishing: PUBLISHING,
  needs: NEEDS,
  after: AFTER,
  engagement: ENGAGEMENT,
  appraisals: APPRAISALS,
  places: PLACES,
  surveys: SURVEYS,
  ideas: IDEAS,
  equality: EQUALITY,
  paper: PAPER,
  questionnaires: QUESTIONNAIRES,
  moderation: MODERATION,
  themes: THEMES,
  responses: RESPONSES,
  commitments: COMMITMENTS,
};

/** Every page of the site map, by its address there. */
const STOPS: Record<string, Stop> = Object.assign({}, ...Object.values(CHAPTERS));

/** What shows a page: routes in .tsx files; those in .ts answer with a file, or lead on. */
const isPage = ({ file }: Address) => path.extname(file) === ".tsx";

const map = await addressesOf(process.cwd());

/** Addresses that the tour leaves out, and those that it has although the site map has them no more. */
export const forgotten = {
  missing: map.filter((one) => isPage(one) && !STOPS[one.address]).map(({ address }) => address),
  gone: Object.keys(STOPS).filter((address) => !map.some((one) => one.address === address)),
};

/** A part of the tour: pages that lie beside each other, for one visitor. */
export type Part = { name: string; as?: string; stops: [address: string, stop: Stop][] };

const roomOf = (address: string) => address.match(/^\/(manage\/)?[^/]*/)?.[0] ?? address;

/** So many pages are looked at in the time of one test, also on a slow machine. */
const MOST = 8;

function partsOf(chapter: string, stops: Record<string, Stop>): Part[] {
  const found: Record<string, Part> = {};
  for (const [address, stop] of Object.entries(stops)) {
    const isContent = map.some((one) => one.address === address && /content-page/.test(one.file));
    const room = `${chapter}, ${isContent ? "content" : roomOf(address)}`;
    const name = stop.as ? `${room}, as ${stop.as}` : room;
    found[name] ??= { name, as: stop.as, stops: [] };
    found[name].stops.push([address, stop]);
  }
  return Object.values(found).flatMap(cut);
}

function cut(part: Part): Part[] {
  if (part.stops.length <= MOST) return [part];
  const pieces = Math.ceil(part.stops.length / MOST);
  return Array.from({ length: pieces }, (_, n) => ({
    ...part,
    name: `${part.name}, ${n + 1} of ${pieces}`,
    stops: part.stops.slice(n * MOST, (n + 1) * MOST),
  }));
}

/** The tour in parts, so that several can be looked at side by side. */
export const parts: Part[] = Object.entries(CHAPTERS).flatMap(([chapter, stops]) => partsOf(chapter, stops));

/** True for addresses of the site map without parts to fill in. */
export const isListed = (address: string): boolean => map.some((one) => one.address === address);
