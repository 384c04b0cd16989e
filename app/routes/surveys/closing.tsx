import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideClosing } from "~/features/surveys/decide-closing.server";
import { may } from "~/features/surveys/may";
import { moveClosing } from "~/features/surveys/move-closing.server";
import { listClosings } from "~/features/surveys/read.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { dayAndClock, wallOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Table } from "~/ui/Table";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

const TITLE = "When it closes";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || seen.survey.state === "draft") throw missing();
  const { survey } = seen;
  if (!may.edit(ctx.actor, survey)) throw forbidden();
  const closings = await listClosings(ctx, survey.id);
  const asked = closings.find(({ agreed }) => agreed === null);
  const [closesDay = "", closesClock = ""] = wallOf(survey.closesAt).split("T");
  return {
    slug: survey.slug,
    survey: survey.title,
    closes: dayAndClock(survey.closesAt),
    over: survey.closesAt <= ctx.now,
    typed: { closesDay, closesClock },
    asked: asked && { after: dayAndClock(asked.after), reason: asked.reason },
    mayAgree: asked ? may.decideClosing(ctx.actor, survey, asked.askedBy) : false,
    closings,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const to = (done: string) => redirect(`/manage/surveys/${slug}?done=${done}`, 303);
  if (typed.agreed !== undefined) {
    const decided = await decideClosing(ctx, { slug, typed });
    if (decided.ok) return to(decided.agreed ? "shortened" : "kept");
    if (decided.reason === "same_person") {
      return refuse(args.context, typed, { "": ["Somebody else than who asked has to agree"] });
    }
    if (decided.reason === "past") return refuse(args.context, typed, { "": ["That time is over by now"] });
    return follow(args.context, typed, decided, "");
  }
  const moved = await moveClosing(ctx, { slug, typed });
  if (moved.ok) return to(moved.asked ? "asked" : "extended");
  if (moved.reason === "closed") return refuse(args.context, typed, { "": ["It has closed"] });
  if (moved.reason === "waiting") {
    return refuse(args.context, typed, { "": ["Decide first about the time that was asked for"] });
  }
  return follow(args.context, typed, moved, "");
}

export default function Closing() {
  const data = useLoaderData<typeof loader>();
  const { slug, survey, closes, over, asked, mayAgree, closings } = data;
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? data.typed;
  const field = (name: string) => ({
    name,
    error: refused?.fields[name]?.[0],
    defaultValue: one(typed, name),
  });
  const here = `/manage/surveys/${slug}/closing`;
  return (
    <Page
      title={TITLE}
      caption={survey}
      lede={`It ${over ? "closed" : "closes"} on ${closes}.`}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, ["closesDay", "closesClock", "reason"])} />}
    >
      {asked && (
        <form className="rh-narrow" method="post" action={here}>
          <FormToken />
          <InsetText>
            <p>Somebody asked that it closes on {asked.after}, which is earlier than people were told.</p>
            <p>“{asked.reason}”</p>
          </InsetText>
          <ButtonRow>
            {mayAgree && (
              <Button name="agreed" value="yes">
                Agree
              </Button>
            )}
            <Button name="agreed" value="no" variant="secondary">
              {mayAgree ? "Don’t agree" : "Take it back"}
            </Button>
          </ButtonRow>
        </form>
      )}
      {!asked && !over && (
        <form className="rh-narrow rh-parts" method="post" action={here} noValidate>
          <FormToken />
          <p>A later time counts at once. For an earlier one somebody else has to agree.</p>
          <TextInput {...field("closesDay")} type="date" label="Closes on" width={10} />
          <TextInput {...field("closesClock")} type="time" label="at" width={5} />
          <Textarea {...field("reason")} label="Why" hint="Stands beside the survey." rows={2} />
          <Button>Move the closing time</Button>
        </form>
      )}
      {closings.length > 0 && (
        <Table
          caption="Changes so far"
          cards
          rows={closings}
          rowKey={({ id }) => id}
          columns={[
            { header: "Asked", cell: ({ askedAt }) => dayAndClock(askedAt) },
            { header: "Before", cell: ({ before }) => dayAndClock(before) },
            { header: "After", cell: ({ after }) => dayAndClock(after) },
            { header: "Why", cell: ({ reason }) => reason },
            {
              header: "Agreed",
              cell: ({ agreed }) => (agreed === null ? "Waits for a second person" : agreed ? "Yes" : "No"),
            },
          ]}
        />
      )}
    </Page>
  );
}
