import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLogo } from "~/features/places/read.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

/** The borough's own mark, at an address that changes with it and so may be kept for ever. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const png = await findLogo(ctx, args.params.id ?? "");
  if (!png) throw missing();
  return new Response(new Uint8Array(png), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
