import { at, HELEN, INES, type Stop } from "./stop";

const ROOM = "/manage/engagement";
/** Announced, and not everything is said that a consultation needs. */
const COMING = `${ROOM}/how-we-write-to-you`;
/** A consultation that has closed, and nobody said how the answers were considered. */
const CLOSED = `${ROOM}/help-in-your-language`;
/** A draft for staff and their unions. */
const DRAFT = `${ROOM}/weekend-rotas`;

/** Plans, activities, consultations and visits. */
export const ENGAGEMENT: Record<string, Stop> = {
  "/engagement": {},
  "/engagement/:slug": at("/engagement/opening-hours-of-the-hubs"),
  "/engagement/:slug/rate": { ...at("/engagement/five-assemblies/rate"), refuses: true },

  "/manage/engagement": { as: HELEN },
  "/manage/engagement/new": { as: HELEN, refuses: true },
  "/manage/engagement/late": { as: HELEN },
  "/manage/engagement/plans": { as: HELEN },
  "/manage/engagement/plans/new": { as: HELEN, refuses: true },
  "/manage/engagement/plans/:plan": { as: HELEN, from: `${ROOM}/plans` },
  "/manage/engagement/plans/:plan/edit": { as: HELEN, from: `${ROOM}/plans`, refuses: true },
  "/manage/engagement/settings": { as: INES, refuses: true },
  "/manage/engagement/settings/elections/new": { as: INES, refuses: true },
  "/manage/engagement/settings/elections/:id/remove": { as: INES, from: `${ROOM}/settings` },
  "/manage/engagement/outreach": { as: HELEN },
  "/manage/engagement/outreach/new": { as: HELEN, refuses: true },
  "/manage/engagement/outreach/:id": { as: HELEN, from: `${ROOM}/late`, refuses: true },
  "/manage/engagement/outreach/:id/people": { as: HELEN, from: `${ROOM}/outreach`, refuses: true },
  "/manage/engagement/:slug": { as: HELEN, ...at(CLOSED) },
  "/manage/engagement/:slug/about": { as: HELEN, ...at(`${COMING}/about`), refuses: true },
  "/manage/engagement/:slug/:part": { as: HELEN, ...at(`${COMING}/equality`) },
  "/manage/engagement/:slug/open": { as: HELEN, ...at(`${COMING}/open`) },
  "/manage/engagement/:slug/cancel": { as: HELEN, ...at(`${COMING}/cancel`), refuses: true },
  "/manage/engagement/:slug/considered": { as: HELEN, ...at(`${CLOSED}/considered`), refuses: true },
  "/manage/engagement/:slug/decision": { as: HELEN, ...at(`${CLOSED}/decision`) },
  "/manage/engagement/:slug/outcome": {
    as: HELEN,
    ...at(`${ROOM}/spring-marketplace/outcome`),
    refuses: true,
  },
  "/manage/engagement/:slug/discard": { as: HELEN, ...at(`${DRAFT}/discard`) },
  "/manage/engagement/:slug/readers": { as: HELEN, ...at(`${DRAFT}/readers`), refuses: true },
};
