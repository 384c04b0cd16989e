import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findDoorOf } from "~/features/events/read-door.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** Leads from a booking's code to the door where it is let in, for the team of its event. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const door = await findDoorOf(ctx, new URL(args.request.url).searchParams.get("code") ?? "");
  if (!door) throw missing();
  return redirect(`/manage/events/${door.slug}/door?code=${door.reference}`);
}
