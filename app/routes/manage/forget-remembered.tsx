import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TEAM } from "~/features/events/may";
import { ForgetQuestion } from "~/features/people/ForgetQuestion";
import { forgetRememberedNeeds } from "~/features/people/forget-remembered-needs.server";
import { findRememberedForStaff } from "~/features/people/read-remembered.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";

const TITLE = "Forget what we remember?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const found = await findRememberedForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  return { id: found.person.id, name: found.person.name };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const found = await findRememberedForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const participantId = found.person.id;
  const result = await forgetRememberedNeeds(ctx, { participantId, channel: "staff", everywhere: true });
  if (!result.ok) throw missing();
  return redirect(`/manage/needs/people/${participantId}?done=forgotten`, 303);
}

export default function ForgetRememberedForThem() {
  const { id, name } = useLoaderData<typeof loader>();
  const here = useHere();
  const back = `/manage/needs/people/${id}`;
  return (
    <Page title={TITLE} caption={<bdi>{name}</bdi>} back={{ href: back, text: "What we remember" }}>
      <ForgetQuestion here={here} back={back} proof={<FormToken />} />
    </Page>
  );
}
