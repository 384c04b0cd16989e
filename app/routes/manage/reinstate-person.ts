import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findPerson } from "~/features/people/read-person.server";
import { reinstate } from "~/features/people/reinstate.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { safeRedirect } from "~/routes/safe-redirect";

export async function loader(args: LoaderFunctionArgs) {
  await staff(args, "admin");
  return safeRedirect(`/manage/people/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const person = await findPerson(ctx, args.params.id ?? "");
  if (!person) throw missing();
  const back = await reinstate(ctx, person.id);
  return safeRedirect(`/manage/people/${person.id}?${back.ok ? "done=reinstated" : "trouble=gone"}`);
}
