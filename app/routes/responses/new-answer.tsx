import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listNeighbourhoods } from "~/features/places/read.server";
import { may } from "~/features/responses/may";
import { RESPONSE_ORDER, ResponseFields } from "~/features/responses/ResponseFields";
import { findThing } from "~/features/responses/read.server";
import { getResponseChoices } from "~/features/responses/read-choices.server";
import { respond } from "~/features/responses/respond.server";
import { isAnswerable, MOST } from "~/features/responses/rules";
import { thingWord } from "~/features/responses/staff-words";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { findThingToAnswer } from "~/routes/things.server";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Write an answer");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const thing = { kind: args.params.kind ?? "", id: args.params.thing ?? "" };
  const found = isAnswerable(thing.kind) ? await findThingToAnswer(ctx, thing) : null;
  if (!found) throw missing();
  const row = await findThing(ctx, thing);
  if (!may.respond(ctx.actor, row ?? found)) throw forbidden();
  const near = (await listNeighbourhoods(ctx)).find((one) => one.id === found.neighbourhoodId);
  return {
    thing,
    title: found.title,
    before: {
      said: (row?.said ?? found.words).slice(0, MOST.said),
      neighbourhood: near?.slug ?? "",
      themes: found.themes,
    },
    choices: await getResponseChoices(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const thing = { kind: args.params.kind ?? "", id: args.params.thing ?? "" };
  const found = isAnswerable(thing.kind) ? await findThingToAnswer(ctx, thing) : null;
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const made = await respond(ctx, { thing, saidOn: found.day, typed });
  if (made.ok) return redirect(`/manage/answers/${made.id}?done=drafted`, 303);
  return follow(args.context, typed, made, "");
}

export default function NewAnswer() {
  const { thing, title, before, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, RESPONSE_ORDER);
  const back = `/manage/responses/${thing.kind}/${thing.id}`;
  return (
    <Page
      title="Write an answer"
      caption={`${thingWord(thing.kind)}: ${title}`}
      lede="It is saved as a draft first. Nobody but staff sees it until you publish it."
      back={{ href: back, text: "What was said" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`${back}/new`} noValidate>
        <FormToken />
        <ResponseFields typed={refused?.typed ?? before} fields={refused?.fields ?? {}} choices={choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
