import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TEAM } from "~/features/events/may";
import { answerReview } from "~/features/people/answer-review.server";
import { RememberedNeeds } from "~/features/people/RememberedNeeds";
import { RememberFields } from "~/features/people/RememberFields";
import { findRememberedForStaff } from "~/features/people/read-remembered.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
import { rememberedTyped } from "~/features/people/remembered-typed";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Details } from "~/ui/Details";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What we remember");

const DONE = { confirmed: "Noted: it still holds", remembered: "Remembered", forgotten: "Forgotten" };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const found = await findRememberedForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return {
    id: found.person.id,
    name: found.person.name,
    remembered: found.remembered,
    start: rememberedTyped(found.remembered),
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const found = await findRememberedForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const here = `/manage/needs/people/${found.person.id}`;
  if (one(typed, "act") === "confirm" && found.remembered) {
    await answerReview(ctx, { participantId: found.remembered.participantId });
    return redirect(`${here}?done=confirmed`, 303);
  }
  const participantId = found.remembered?.participantId ?? found.person.id;
  const result = await rememberNeeds(ctx, { participantId, typed, channel: "staff" });
  if (result.ok) return redirect(`${here}?done=remembered`, 303);
  if (result.reason === "missing") throw missing();
  return refuse(args.context, typed, result.fields);
}

export default function RememberedPage() {
  const { id, name, remembered, start, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const here = `/manage/needs/people/${id}`;
  const errors = Object.entries(refused?.fields ?? {}).map(([field, [key = ""]]) => ({
    text: t(key),
    href: `#${field}`,
  }));
  const isOpen = ["asked", "unconfirmed"].includes(remembered?.review?.state ?? "");
  return (
    <Page
      title="What we remember"
      caption={<bdi>{name}</bdi>}
      back={{ href: "/manage/needs/reviews", text: "Does it still hold?" }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          done && <NotificationBanner success text={done} />
        )
      }
    >
      <div className="rh-narrow">
        {remembered ? (
          <RememberedNeeds remembered={remembered} locale="en" />
        ) : (
          <p>
            Nothing. If they ask for it, you can write down what they need, so that they need not say it
            again.
          </p>
        )}
        {remembered && (
          <ButtonRow>
            {isOpen && (
              <form method="post" action={here}>
                <FormToken />
                <Button name="act" value="confirm">
                  They say that it still holds
                </Button>
              </form>
            )}
            <ButtonLink href={`${here}/forget`} variant="secondary">
              Forget it
            </ButtonLink>
          </ButtonRow>
        )}
        <Details
          summary={remembered ? "They say that it has changed" : "Write it down"}
          open={errors.length > 0}
        >
          <form method="post" action={here} noValidate>
            <FormToken />
            <p>Read the last sentence out to them first: they have to agree.</p>
            <RememberFields typed={refused?.typed ?? start} fields={refused?.fields ?? {}} />
            <Button>They agree: remember it</Button>
          </form>
        </Details>
      </div>
    </Page>
  );
}
