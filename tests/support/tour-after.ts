import { at, HELEN, type Stop } from "./stop";

const MARKET = "/manage/events/larkmere-marketplace-2025";

/** What people say at an event, what comes of it, how it was for them, and money for their part. */
export const AFTER: Record<string, Stop> = {
  "/heard": {},
  "/events/:slug/heard": { from: "/heard" },
  "/events/:slug/heard/:version": at("/events/larkmere-marketplace-2025/heard/1"),
  "/figures/:snapshot": { from: "/events/larkmere-marketplace-2025/heard" },
  "/events/:slug/notes": { way: (scene) => scene.ongoing("/notes"), refuses: true },
  "/events/:slug/feedback": { way: (scene) => scene.ongoing("/feedback"), refuses: true },
  "/feedback/:token": { way: (scene) => scene.feedbackLink(), refuses: true },
  "/registrations/:token/money": { way: (scene) => scene.claim() },

  "/manage/events/:slug/after": { as: HELEN, ...at(`${MARKET}/after`), refuses: true },
  "/manage/events/:slug/notes": { as: HELEN, ...at(`${MARKET}/notes`), refuses: true },
  "/manage/events/:slug/notes/new": { as: HELEN, ...at(`${MARKET}/notes/new`), refuses: true },
  "/manage/notes/:id": { as: HELEN, from: `${MARKET}/notes`, refuses: true },
  "/manage/events/:slug/next-steps": { as: HELEN, ...at(`${MARKET}/next-steps`), refuses: true },
  "/manage/next-steps/:id": { as: HELEN, from: `${MARKET}/next-steps`, refuses: true },
  "/manage/events/:slug/feedback": { as: HELEN, ...at(`${MARKET}/feedback`), refuses: true },
  "/manage/events/:slug/feedback/new": { as: HELEN, ...at(`${MARKET}/feedback/new`), refuses: true },
  "/manage/events/:slug/heard": { as: HELEN, ...at(`${MARKET}/heard`), refuses: true },
  "/manage/events/:slug/heard/publish": { as: HELEN, ...at(`${MARKET}/heard/publish`), refuses: true },
  "/manage/events/:slug/heard/withdraw-quote": {
    as: HELEN,
    ...at(`${MARKET}/heard/withdraw-quote`),
    refuses: true,
  },
  "/manage/payments": { as: HELEN },
  "/manage/events/:slug/payments": {
    as: HELEN,
    ...at("/manage/events/tell-it-once/payments"),
    refuses: true,
  },
  "/manage/claims/:id": { as: HELEN, way: (scene) => scene.managedClaim() },
  "/manage/registrations/:id/money": { as: HELEN, way: (scene) => scene.claimant("/money") },
};
