import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ONE_TIME_CODE_HOURS, TOO_MANY } from "~/features/people/rules";
import { codeForm, readForm } from "~/features/people/schema";
import { signInByOneTimeCode } from "~/features/people/sign-in-by-one-time-code.server";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone, inEnglish } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { afterSignIn, visitOf } from "~/routes/visit.server";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Sign in with a one-time code");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  inEnglish(args);
  return json({});
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const typed = await typedIn(args.request);
  const form = readForm(codeForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const signed = await signInByOneTimeCode(ctx, {
    code: form.value.code,
    visitor: args.context.clientAddress,
    visit: await visitOf(args.request),
  });
  if (signed.ok) return safeRedirect(afterSignIn(signed, null), "/account", signed.cookie);
  if (signed.reason === "too_many") return refuse(args.context, typed, { code: [TOO_MANY] }, 429);
  const message = "That code does not work. It may have been used, be over, or be mistyped";
  return refuse(args.context, typed, { code: [message] });
}

export default function OneTimeCode() {
  const here = useHere();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.code?.[0];
  return (
    <Page
      title="Sign in with a one-time code"
      lede={`Whoever looks after the server makes one with npm run admin. It works once, for ${ONE_TIME_CODE_HOURS} hours.`}
      back={{ href: "/sign-in", text: "Sign in by email" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#code" }]} />}
    >
      <div className="rh-form">
        <form method="post" action={here} noValidate>
          <FormToken />
          <TextInput
            name="code"
            label="One-time code"
            hint="16 letters and figures, such as K7PM-3XRD-9TWB-4FHA"
            error={error}
            defaultValue={refused ? one(refused.typed, "code") : undefined}
            width={20}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
          <p>
            Your second step and your recovery codes are taken away. You set them up again straight after.
          </p>
          <Button arrow>Sign in</Button>
        </form>
      </div>
    </Page>
  );
}
