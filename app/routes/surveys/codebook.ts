import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportCodebook } from "~/features/surveys/export-responses.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** What the columns and values of a survey's files mean. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", format = "" } = args.params;
  const made = await exportCodebook(ctx, { slug, format });
  if (!made) throw missing();
  return new Response(createReadableStreamFromReadable(made.body), {
    headers: {
      "Content-Type": made.type,
      "Content-Disposition": `attachment; filename="${made.name}"`,
      "Cache-Control": "no-store",
    },
  });
}
