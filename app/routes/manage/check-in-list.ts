import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { forgetOnDevice } from "~/features/events/arrivals";
import { checkIn } from "~/features/events/check-in.server";
import { may } from "~/features/events/may";
import { listForDevice } from "~/features/events/read-door.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { one } from "~/ui/typed";

/** What a device at the door keeps: who has booked, how old that is, and when to forget it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const { id, slug, title, startsAt, endsAt, state } = seen.event;
  return json({
    event: {
      slug,
      title,
      state,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      forgetAt: forgetOnDevice(seen.event).getTime(),
    },
    now: ctx.now.getTime(),
    rows: await listForDevice(ctx, id),
  });
}

const STATUS = { missing: 404, invalid: 422, cancelled: 409, not_yet: 409, too_many: 429 } as const;

/** Takes what a device noted without a network, and answers each item by its id. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const batch = {
    items: parsed(one(typed, "items")),
    device: one(typed, "device"),
    sentAt: Number(one(typed, "sentAt")),
  };
  const taken = await checkIn(ctx, { slug: args.params.slug ?? "", typed: batch });
  if (!taken.ok) return json({ reason: taken.reason }, { status: STATUS[taken.reason] });
  return json({ answers: taken.answers, now: ctx.now.getTime(), skewSeconds: taken.skewSeconds });
}

/** What the text holds; nothing that could be a list when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
