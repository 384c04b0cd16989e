import { openDesk } from "./desk";
import { everyKind } from "./every-kind";
import { at, HELEN, type Stop } from "./stop";
import { type MadeSurvey, makeSurvey } from "./surveys-made";

const MANAGED = "/manage/surveys/getting-to-appointments";

/** A survey that asks for vouchers, with a batch of them; made once for all pages of the tour. */
let made: Promise<MadeSurvey & { batch: string }> | undefined;
function withVouchers() {
  made ??= (async () => {
    const desk = await openDesk(HELEN);
    const survey = await makeSurvey(desk, everyKind, { asksVoucher: "yes" });
    const batch = await desk.send(`${survey.managed}/vouchers`, { count: "12" });
    await desk.close();
    return { ...survey, batch };
  })();
  return made;
}

/** How surveys are built: files, parts, the route, languages and vouchers. */
export const QUESTIONNAIRES: Record<string, Stop> = {
  "/surveys/:slug/voucher": {
    way: async () => `${(await withVouchers()).path}/voucher`,
    refuses: true,
  },

  "/manage/surveys/import": { as: HELEN, refuses: true },
  "/manage/surveys/:slug/import": { as: HELEN, ...at(`${MANAGED}/import`), refuses: true },
  "/manage/surveys/:slug/sections": { as: HELEN, ...at(`${MANAGED}/sections`) },
  "/manage/surveys/:slug/sections/new": { as: HELEN, ...at(`${MANAGED}/sections/new`), refuses: true },
  "/manage/surveys/:slug/sections/:section": { as: HELEN, ...at(`${MANAGED}/sections/travel`) },
  "/manage/surveys/:slug/sections/:section/remove": { as: HELEN, ...at(`${MANAGED}/sections/travel/remove`) },
  "/manage/surveys/:slug/route": { as: HELEN, ...at(`${MANAGED}/route`) },
  "/manage/surveys/:slug/translations": { as: HELEN, ...at(`${MANAGED}/translations`), refuses: true },
  "/manage/surveys/:slug/vouchers": {
    as: HELEN,
    way: async () => `${(await withVouchers()).managed}/vouchers`,
    refuses: true,
  },
  "/manage/surveys/:slug/vouchers/:batch": {
    as: HELEN,
    way: async () => (await withVouchers()).batch,
    sheet: true,
  },
};
