import type { LoaderFunctionArgs } from "@remix-run/node";
import { may } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { themeColour } from "~/ui/fonts";

/** Lets the check-in page of one event be put on a phone's first screen. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const address = `/manage/events/${seen.event.slug}/check-in`;
  const manifest = {
    id: address,
    name: `Check in: ${seen.event.title}`,
    short_name: "Check in",
    start_url: address,
    scope: address,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: themeColour,
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/apple-touch-icon.png", type: "image/png", sizes: "180x180" },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json; charset=utf-8" },
  });
}
