import type { Scene } from "./scene";
import { HELEN, type Stop } from "./stop";

/** A commitment of the demo as staff see it: one that is open, so that every form about it can be had. */
const open = (tail: string) => async (scene: Scene) =>
  (await scene.linkOn("/manage/commitments?state=overdue", /^\/manage\/commitments\/\d+$/)) + tail;

const milestone = (part: string) => async (scene: Scene) =>
  scene.linkOn("/manage/milestones", new RegExp(`^/manage/milestones/[\\w-]+/${part}$`));

/** Commitments and milestones: what everyone reads, and how staff keep them. */
export const COMMITMENTS: Record<string, Stop> = {
  "/commitments": {},
  "/commitments/calendar": {},
  "/commitments/:number": { way: (scene) => scene.linkOn("/commitments", /\/commitments\/\d+$/) },
  "/milestones": {},
  "/milestones/:slug": { way: (scene) => scene.linkOn("/milestones", /\/milestones\/[\w-]+$/) },
  "/manage/commitments": { as: HELEN },
  "/manage/commitments/new": { as: HELEN, refuses: true },
  "/manage/commitments/:number": { as: HELEN, way: open("") },
  "/manage/commitments/:number/:act": { as: HELEN, way: open("/evidence"), refuses: true },
  "/manage/milestones": { as: HELEN },
  "/manage/milestones/new": { as: HELEN, refuses: true },
  "/manage/milestones/:slug/:part": { as: HELEN, way: milestone("paper"), refuses: true },
};
