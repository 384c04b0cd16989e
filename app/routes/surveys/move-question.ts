import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { withMoved } from "~/features/surveys/question-form";
import { follow, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { one } from "~/ui/typed";

export async function loader(args: ActionFunctionArgs) {
  await staff(args);
  return redirect(`/manage/surveys/${args.params.slug}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const by = one(typed, "by") === "up" ? -1 : 1;
  const edit = (draft: Parameters<typeof withMoved>[0]) => withMoved(draft, one(typed, "key"), by);
  const edited = await editQuestions(ctx, { slug, edit });
  return follow(args.context, typed, edited, `/manage/surveys/${slug}`);
}
