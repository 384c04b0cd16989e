import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckInPage } from "~/features/events/CheckInPage";
import { may } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...(titled(args, args.data ? `Check in: ${args.data.title}` : undefined) ?? []),
  {
    tagName: "link",
    rel: "manifest",
    href: `/manage/events/${args.params.slug}/check-in/app.webmanifest`,
    crossOrigin: "use-credentials",
  },
];

/** The page stands alone, so that it looks the same when nothing else of the site can be reached. */
export const handle = { bare: true };

/** Codes are read with the camera. */
export const headers: HeadersFunction = () => ({ "x-rh-csp": "camera" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const { slug, title, state, startsAt, endsAt } = seen.event;
  if (state !== "published") throw redirect(`/manage/events/${slug}`);
  return {
    slug,
    title,
    startsAt,
    endsAt,
    venue: seen.venue?.name ?? null,
    neighbourhoods: (await listNeighbourhoods(ctx)).map((one) => ({ slug: one.slug, name: one.name })),
  };
}

export default function CheckIn() {
  return <CheckInPage event={useLoaderData<typeof loader>()} />;
}
