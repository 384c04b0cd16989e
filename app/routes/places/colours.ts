import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLook } from "~/features/places/read-colours.server";
import { anyone } from "~/routes/guards.server";

/**
 * The borough's own colours, at an address that changes with them and so may be kept for ever. A page that was
 * on its way when they changed asks at the old address: it gets those of now, and keeps nothing.
 */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const look = await findLook(ctx);
  const isCurrent = look?.id === args.params.id;
  return new Response(look?.sheet ?? "", {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": isCurrent ? "public, max-age=31536000, immutable" : "no-store",
    },
  });
}
