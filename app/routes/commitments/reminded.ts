import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { finishReminder } from "~/features/commitments/finish-reminder.server";
import { follow, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  await staff(args);
  return redirect("/manage/commitments");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const number = Number(args.params.number);
  if (!Number.isSafeInteger(number)) throw missing();
  const typed = await typedIn(args.request);
  const done = await finishReminder(ctx, { number });
  return follow(args.context, typed, done, "/manage/commitments?done=reminded");
}
