import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginForSomebody } from "~/features/surveys/begin-for-somebody.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { findStep } from "~/features/surveys/read-step.server";
import { COOKIE_HOURS, cookieOf, HELPED_CHANNELS, standingOf } from "~/features/surveys/rules";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Answer for somebody";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const seen = await findForStaff(ctx, slug);
  if (!seen?.survey.liveVersion) throw missing();
  if (!may.enter(ctx.actor, seen.survey)) throw forbidden();
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(slug));
  const step = await findStep(ctx, { slug, cookie, locale: "en" });
  return {
    slug,
    title: seen.survey.title,
    linked: seen.survey.anonymity === "linked",
    open: standingOf(seen.survey, ctx.now) === "open",
    onTheWay: step?.draft?.helped !== undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const channel = HELPED_CHANNELS.find((one) => one === typed.channel);
  if (!channel) return refuse(args.context, typed, { channel: ["Choose how you answer for them"] });
  const begun = await beginForSomebody(ctx, { slug, channel });
  if (begun.ok) {
    const step = await findStep(ctx, { slug, cookie: begun.code, locale: "en" });
    const asked = step?.survey.anonymity === "linked" ? "about-you" : (step?.first ?? "");
    const first = step?.survey.asksVoucher ? "voucher" : asked;
    const cookie = cookieLine(ctx.origin, cookieOf(slug), begun.code, COOKIE_HOURS * 3600);
    return redirect(`/surveys/${slug}/${first}`, { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (begun.reason === "missing") throw missing();
  if (begun.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/surveys/${slug}/answer-for`, 303);
}

export default function AnswerFor() {
  const { slug, title, linked, open, onTheWay } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="You see the pages that everybody sees. Read each question out as it stands, and put in what they say."
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <div className="rh-narrow">
        <InsetText>
          {linked
            ? "Tell them first that their answers stand beside their name."
            : "Ask nothing about who they are. That you helped is kept, and nothing about them."}
        </InsetText>
        {onTheWay && (
          <p>
            <a href={`/surveys/${slug}/check`}>Carry on with the answers that you began on this device</a>
          </p>
        )}
        {open ? (
          <form method="post" action={`/manage/surveys/${slug}/answer-for`} noValidate>
            <FormToken />
            <Radios
              name="channel"
              legend="How do you answer for them?"
              error={refused?.fields.channel?.[0]}
              value={one(refused?.typed ?? {}, "channel")}
              items={[
                { value: "phone", label: "They are on the phone" },
                { value: "assisted", label: "They are here with me" },
              ]}
            />
            <Button arrow>Begin</Button>
          </form>
        ) : (
          <p>The survey is not open, so nobody can begin to answer.</p>
        )}
      </div>
    </Page>
  );
}
