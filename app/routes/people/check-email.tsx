import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToSignIn } from "~/features/people/ask-to-sign-in.server";
import { maskedEmail, RESEND_SECONDS, TOO_MANY } from "~/features/people/rules";
import { SignInCode } from "~/features/people/SignInCode";
import { retention } from "~/platform/retention";
import { FormToken } from "~/routes/FormToken";
import { refuse } from "~/routes/form.server";
import { anyone, inEnglish } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { askedLately, askedNote, keepAsked } from "~/routes/visit.server";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";

export const meta: MetaFunction = (args) => titled(args, "Check your email");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  inEnglish(args);
  const asked = askedLately(ctx, args.request);
  if (!asked) throw safeRedirect("/sign-in?late");
  const again = new URL(args.request.url).searchParams.has("again");
  return json({ masked: maskedEmail(asked.email), minutes: retention.signInLinkMinutes, again });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const asked = askedLately(ctx, args.request);
  if (!asked) throw safeRedirect("/sign-in?late");
  const wait = Math.ceil(RESEND_SECONDS - (ctx.now.getTime() - asked.at) / 1000);
  if (wait > 0) {
    const message = `We sent the email a moment ago. You can send it again in ${wait} seconds`;
    return refuse(args.context, {}, { "": [message] }, 429);
  }
  const sent = await askToSignIn(ctx, {
    email: asked.email,
    visitor: args.context.clientAddress,
    asked: askedNote(ctx, args.request),
    goOn: asked.goOn,
  });
  if (!sent.ok) return refuse(args.context, {}, { "": [TOO_MANY] }, 429);
  return safeRedirect("/sign-in/check-email?again", "/", keepAsked(ctx, sent.asked));
}

export default function CheckEmail() {
  const { masked, minutes, again } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.fields[""]?.[0];
  return (
    <Page
      title="Check your email"
      lede={
        <>
          If <bdi>{masked}</bdi> belongs to an account, an email is on its way there.
        </>
      }
      notice={
        error ? (
          <ErrorSummary errors={[{ text: error }]} />
        ) : (
          again && <NotificationBanner success text="We sent another email" />
        )
      }
    >
      <SignInCode minutes={minutes} proof={<FormToken />} />
    </Page>
  );
}
