import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { maskedEmail, TOO_MANY } from "~/features/people/rules";
import { SignInCode } from "~/features/people/SignInCode";
import { codeForm, readForm } from "~/features/people/schema";
import { type CodeRefused, signInByCode } from "~/features/people/sign-in.server";
import { retention } from "~/platform/retention";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { afterSignIn, askedLately, askedNote, keepAsked, visitOf } from "~/routes/visit.server";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Check your email");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const asked = askedLately(ctx, args.request);
  if (!asked) throw safeRedirect("/sign-in?late");
  return json({ masked: maskedEmail(asked.email), minutes: retention.signInLinkMinutes });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const typed = await typedIn(args.request);
  const form = readForm(codeForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const signed = await signInByCode(ctx, {
    code: form.value.code,
    asked: askedNote(ctx, args.request),
    visitor: args.context.clientAddress,
    visit: await visitOf(args.request),
  });
  if (!signed.ok) return refuse(args.context, typed, { code: [messageFor(signed)] });
  const goOn = askedLately(ctx, args.request)?.goOn;
  return safeRedirect(afterSignIn(signed, goOn), "/account", signed.cookie, keepAsked(ctx, ""));
}

function messageFor({ reason, triesLeft }: CodeRefused): string {
  if (reason === "too_many") return TOO_MANY;
  if (reason === "over")
    return "This code no longer works. Use the link in the email, or send the email again";
  const tries = triesLeft === 1 ? "1 more try" : `${triesLeft} more tries`;
  return `That is not the code we sent. You have ${tries}`;
}

export default function SignInWithCode() {
  const { masked, minutes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.code?.[0];
  return (
    <Page
      title="Check your email"
      lede={
        <>
          If <bdi>{masked}</bdi> belongs to an account, an email is on its way there.
        </>
      }
      notice={error && <ErrorSummary errors={[{ text: error, href: "#code" }]} />}
    >
      <SignInCode
        minutes={minutes}
        error={error}
        typed={refused ? one(refused.typed, "code") : undefined}
        proof={<FormToken />}
      />
    </Page>
  );
}
