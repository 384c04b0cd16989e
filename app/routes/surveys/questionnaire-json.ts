import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportQuestionnaire } from "~/features/surveys/export-questionnaire.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** The questions of a draft or of a published version, as a file that can be taken in again. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", version } = args.params;
  const file = await exportQuestionnaire(ctx, { slug, version });
  if (!file) throw missing();
  return new Response(file.text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.name}"`,
    },
  });
}
