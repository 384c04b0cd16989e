import { at, HELEN, type Stop } from "./stop";

const SUPPER = "/manage/events/listening-supper/invitations";
const MARKET = "/manage/events/larkmere-marketplace/sessions";

/** Series, stalls and sessions, invitations, and events where staff choose who comes. */
export const PUBLISHING: Record<string, Stop> = {
  "/invitations/:token": { way: (scene) => scene.invitation(), refuses: true },
  "/manage/events/:slug/repeat": { as: HELEN, way: (scene) => scene.managed("/repeat"), refuses: true },
  "/manage/events/:slug/sessions": { as: HELEN, ...at(MARKET) },
  "/manage/events/:slug/sessions/new": { as: HELEN, ...at(`${MARKET}/new`), refuses: true },
  "/manage/sessions/:id": { as: HELEN, from: MARKET, refuses: true },
  "/manage/sessions/:id/cancel": { as: HELEN, from: MARKET },
  "/manage/events/:slug/invitations": { as: HELEN, ...at(SUPPER), refuses: true },
  "/manage/events/:slug/invitations/print": { as: HELEN, ...at(`${SUPPER}/print`), sheet: true },
  "/manage/invitations/:id/withdraw": { as: HELEN, from: SUPPER },
  "/manage/registrations/:id/not-approved": { as: HELEN, way: (scene) => scene.asker(), refuses: true },
};
