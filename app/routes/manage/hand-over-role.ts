import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { handOverRole } from "~/features/people/hand-over-role.server";
import { handOverForm, readForm } from "~/features/people/schema";
import { typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { safeRedirect } from "~/routes/safe-redirect";

export async function loader(args: LoaderFunctionArgs) {
  await staff(args, "admin");
  return safeRedirect(`/manage/people/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const here = `/manage/people/${args.params.id}`;
  const form = readForm(handOverForm, await typedIn(args.request));
  if (!form.ok) return safeRedirect(`${here}?trouble=to`);
  const given = await handOverRole(ctx, { grantId: form.value.grant, toAccountId: form.value.to });
  return safeRedirect(`${here}?${given.ok ? "done=handed-over" : `trouble=${given.reason}`}`);
}
