import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLook } from "~/features/places/read-colours.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

/** The borough's own colours, at an address that changes with them and so may be kept for ever. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const look = await findLook(ctx);
  if (!look || args.params.id !== look.id) throw missing();
  return new Response(look.sheet, {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
