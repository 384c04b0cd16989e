import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { takeRole } from "~/features/people/take-role.server";
import { typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { safeRedirect } from "~/routes/safe-redirect";
import { one } from "~/ui/typed";

export async function loader(args: LoaderFunctionArgs) {
  await staff(args, "admin");
  return safeRedirect(`/manage/people/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const typed = await typedIn(args.request);
  const taken = await takeRole(ctx, one(typed, "grant"));
  return safeRedirect(
    `/manage/people/${args.params.id}?${taken.ok ? "done=taken" : `trouble=${taken.reason}`}`,
  );
}
