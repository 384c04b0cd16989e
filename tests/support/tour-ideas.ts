import { at, HELEN, type Stop } from "./stop";

const BOARD = "/ideas/places-where-we-meet";
const IDEA = `${BOARD}/the-boxing-gym`;
const ROOM = "/manage/ideas";
const MANAGED = `${ROOM}/places-where-we-meet`;

/** Idea boards: as people use them, and as staff keep them. */
export const IDEAS: Record<string, Stop> = {
  "/ideas": {},
  "/ideas/confirm/:token": at("/ideas/confirm/too-old"),
  "/ideas/support/:token": at("/ideas/support/too-old"),
  "/ideas/:board": at(BOARD),
  "/ideas/:board/new": { ...at(`${BOARD}/new`), refuses: true },
  "/ideas/:board/:idea": at(IDEA),
  "/ideas/:board/:idea/support": at(`${IDEA}/support`),

  "/manage/ideas": { as: HELEN },
  "/manage/ideas/new": { as: HELEN, refuses: true },
  "/manage/ideas/add": { as: HELEN, refuses: true },
  "/manage/ideas/:board": { as: HELEN, ...at(MANAGED) },
  "/manage/ideas/:board/edit": { as: HELEN, ...at(`${MANAGED}/edit`) },
  "/manage/ideas/:board/close": { as: HELEN, ...at(`${MANAGED}/close`) },
  "/manage/ideas/:board/:idea": {
    as: HELEN,
    ...at(`${MANAGED}/the-library-should-be-the-front-door-to-everything`),
  },
  "/manage/ideas/:board/:idea/merge": {
    as: HELEN,
    ...at(`${MANAGED}/the-boxing-gym/merge?q=table`),
    refuses: true,
  },
  "/manage/ideas/:board/:idea/split": { as: HELEN, ...at(`${MANAGED}/the-boxing-gym/split`), refuses: true },
};
