import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/engagement/may";
import { listElections } from "~/features/engagement/read.server";
import { removeElection } from "~/features/engagement/remove-election.server";
import { daysWords } from "~/features/engagement/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Take this election off the list?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.setPeriods(ctx.actor)) throw forbidden();
  const election = (await listElections(ctx)).find((one) => one.id === args.params.id);
  if (!election) throw missing();
  return { election };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const result = await removeElection(ctx, { id: args.params.id ?? "" });
  if (result.ok) return redirect("/manage/engagement/settings?done=settings_saved", 303);
  throw result.reason === "missing" ? missing() : forbidden();
}

export default function RemoveElection() {
  const { election } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      caption={election.name}
      back={{ href: "/manage/engagement/settings", text: "Times and elections" }}
    >
      <form method="post" action={`/manage/engagement/settings/elections/${election.id}/remove`}>
        <FormToken />
        <p>{daysWords(election.fromDay, election.pollDay)}. Activities in this time are no longer marked.</p>
        <ButtonRow>
          <Button variant="warning">Take it off</Button>
          <ButtonLink href="/manage/engagement/settings" variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
