import { at, HELEN, INES, type Stop } from "./stop";

const ROOM = "/manage/places";

/** What lies where: neighbourhoods, organisations, venues, services, the words for both, and the site's own settings. */
export const PLACES: Record<string, Stop> = {
  "/manage/places": { as: HELEN },
  "/manage/places/neighbourhoods/new": { as: HELEN, refuses: true },
  "/manage/places/neighbourhoods/:slug": { as: HELEN, from: ROOM },
  "/manage/places/neighbourhoods/:slug/edit": { as: HELEN, from: ROOM, refuses: true },
  "/manage/places/neighbourhoods/:slug/boundary": { as: HELEN, from: ROOM, refuses: true },
  "/manage/places/neighbourhoods/:slug/retire": { as: HELEN, from: ROOM },
  "/manage/places/organisations": { as: HELEN },
  "/manage/places/organisations/new": { as: HELEN, refuses: true },
  "/manage/places/organisations/:slug": { as: HELEN, from: `${ROOM}/organisations` },
  "/manage/places/organisations/:slug/edit": { as: HELEN, from: `${ROOM}/organisations` },
  "/manage/places/organisations/:slug/rename": { as: HELEN, from: `${ROOM}/organisations`, refuses: true },
  "/manage/places/organisations/:slug/end": { as: HELEN, from: `${ROOM}/organisations` },
  "/manage/places/venues": { as: HELEN },
  "/manage/places/venues/new": { as: HELEN, refuses: true },
  "/manage/places/venues/:slug": { as: HELEN, from: `${ROOM}/venues`, refuses: true },
  "/manage/places/services": { as: HELEN },
  "/manage/places/services/new": { as: HELEN, refuses: true },
  "/manage/places/services/:slug": { as: HELEN, from: `${ROOM}/services` },
  "/manage/places/services/:slug/edit": { as: HELEN, from: `${ROOM}/services`, refuses: true },
  "/manage/places/services/:slug/cover": { as: HELEN, from: `${ROOM}/services`, refuses: true },
  "/manage/places/services/:slug/end": {
    as: HELEN,
    way: (scene) => scene.linkOn(`${ROOM}/services/estate-minibus`, /\/end\?/),
  },
  "/manage/places/cohorts": { as: HELEN },
  "/manage/places/cohorts/new": { as: HELEN, refuses: true },
  "/manage/places/cohorts/:slug": { as: HELEN, from: `${ROOM}/cohorts`, refuses: true },
  "/manage/places/themes": { as: HELEN },
  "/manage/places/themes/new": { as: HELEN, refuses: true },
  "/manage/places/themes/:slug": { as: HELEN, from: `${ROOM}/themes`, refuses: true },
  "/manage/places/themes/:slug/merge": { as: HELEN, from: `${ROOM}/themes`, refuses: true },
  "/manage/places/postcodes": { as: HELEN, refuses: true },
  "/manage/places/:kind/:slug/retire": { as: HELEN, ...at(`${ROOM}/venues/wharf-hall/retire`) },

  "/manage/settings": { as: INES },
  "/manage/settings/borough": { as: INES, refuses: true },
  "/manage/settings/colours": { as: INES, refuses: true },
  "/manage/settings/retention": { as: INES, refuses: true },
  "/manage/settings/logo": { as: INES, refuses: true },
};
