import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/responses/may";
import { atNoon } from "~/features/responses/promise";
import { ResponseTable } from "~/features/responses/ResponseTable";
import { findThing, listAllAbout } from "~/features/responses/read.server";
import { countFollowers } from "~/features/responses/read-followers.server";
import { dueOf, isAnswerable } from "~/features/responses/rules";
import { counted, thingWord } from "~/features/responses/staff-words";
import { plainDay } from "~/platform/london";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { findThingToAnswer } from "~/routes/things.server";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { SummaryList } from "~/ui/SummaryList";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What was said, and its answers");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const { kind = "", thing: id = "" } = args.params;
  const thing = { kind, id };
  const row = await findThing(ctx, thing);
  const found = isAnswerable(kind) ? await findThingToAnswer(ctx, thing) : null;
  if (!found) throw missing();
  const saidOn = row?.saidOn ?? found.day;
  return {
    thing,
    found,
    saidOn,
    dueOn: row?.dueOn ?? dueOf(saidOn),
    hidden: row?.hidden ?? false,
    joined: row?.joinedId ? { kind: row.joinedKind ?? "", id: row.joinedId } : null,
    mayAnswer: may.respond(ctx.actor, row ?? found),
    responses: await listAllAbout(ctx, thing),
    followers: await countFollowers(ctx, thing),
  };
}

export default function ManageThing() {
  const { thing, found, saidOn, dueOn, hidden, joined, mayAnswer, responses, followers } =
    useLoaderData<typeof loader>();
  const here = `/manage/responses/${thing.kind}/${thing.id}`;
  return (
    <Page
      title="What was said, and its answers"
      caption={`${thingWord(thing.kind)}: ${found.title}`}
      back={{ href: "/manage/responses", text: "Answers" }}
      head={
        <p>
          <a href={found.path}>See it where it was said</a>
        </p>
      }
    >
      {hidden && <WarningText>It is hidden where it was said, and so are its answers.</WarningText>}
      {joined && (
        <WarningText>
          It was merged into another one.{" "}
          <a href={`/manage/responses/${joined.kind}/${joined.id}`}>Answer that</a>: whoever asked about this
          one is told too.
        </WarningText>
      )}
      <blockquote className="rh-said" dir="auto">
        {found.words}
      </blockquote>
      <SummaryList
        rows={[
          { key: "Said on", value: plainDay(atNoon(saidOn)) },
          { key: "In time until", value: plainDay(atNoon(dueOn)) },
          { key: "Asked to hear what comes of it", value: counted(followers, "person", "people") },
        ]}
      />
      {mayAnswer && !hidden && !joined && (
        <ButtonLink href={`${here}/new`}>
          {responses.length > 0 ? "Write another answer" : "Write an answer"}
        </ButtonLink>
      )}
      {responses.length > 0 && <ResponseTable caption="Answers" responses={responses} />}
    </Page>
  );
}
