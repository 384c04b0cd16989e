import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { endAllSessions } from "~/features/people/end-session.server";
import { staff } from "~/routes/guards.server";
import { safeRedirect } from "~/routes/safe-redirect";

export async function loader(args: LoaderFunctionArgs) {
  await staff(args, "admin");
  return safeRedirect(`/manage/people/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const ended = await endAllSessions(ctx, { accountId: args.params.id ?? "" });
  return safeRedirect(
    `/manage/people/${args.params.id}?${ended.ok ? "done=signed-out" : "trouble=not_allowed"}`,
  );
}
