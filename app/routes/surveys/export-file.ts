import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResponses } from "~/features/surveys/export-responses.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** The file that was just asked for; an answer of its own, so that it is sent as it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const made = await exportResponses(ctx, { slug: args.params.slug ?? "", id: args.params.id ?? "" });
  if (!made) throw missing();
  return new Response(createReadableStreamFromReadable(made.body), {
    headers: {
      "Content-Type": made.type,
      "Content-Disposition": `attachment; filename="${made.name}"`,
      "Cache-Control": "no-store",
    },
  });
}
