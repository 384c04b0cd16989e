import type { LoaderFunctionArgs } from "@remix-run/node";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { writeTranslations } from "~/features/surveys/translations";
import { isLocale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** The texts of a survey in one language, as a file for a translator that can be taken in again. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", locale = "" } = args.params;
  const seen = await findForStaff(ctx, slug);
  if (!seen || !isLocale(locale) || locale === "en") throw missing();
  const { survey } = seen;
  return new Response(writeTranslations(survey, survey.draft, locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-${locale}.csv"`,
    },
  });
}
