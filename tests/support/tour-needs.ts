import { CARL, HELEN, type Stop } from "./stop";

/** What helps people: asked for at one event, remembered, asked about every year, and deleted in time. */
export const NEEDS: Record<string, Stop> = {
  "/registrations/:token/needs": { way: (scene) => scene.booking("/needs") },
  "/registrations/:token/needs/forget": { way: (scene) => scene.booking("/needs/forget") },
  "/needs/:token": { way: (scene) => scene.yearlyQuestion() },
  "/needs/:token/forget": { way: (scene) => scene.yearlyQuestion("/forget") },

  "/manage/events/:slug/needs": { as: HELEN, way: (scene) => scene.managed("/needs") },
  "/manage/needs": { as: HELEN },
  "/manage/needs/:id": { as: HELEN, from: "/manage/needs" },
  "/manage/needs/reviews": { as: HELEN },
  "/manage/needs/people/:id": { as: HELEN, from: "/manage/needs/reviews" },
  "/manage/needs/people/:id/forget": { as: HELEN, from: "/manage/needs/reviews" },

  "/manage/events/:slug/export": { as: HELEN, way: (scene) => scene.managed("/export"), refuses: true },
  "/manage/events/:slug/hold": {
    as: CARL,
    way: async () => "/manage/events/larkmere-marketplace-2025/hold",
    refuses: true,
  },
  "/manage/retention": { as: CARL },
  "/open-data": {},
};
