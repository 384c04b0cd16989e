import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TOO_MANY } from "~/features/people/rules";
import { codeForm, readForm } from "~/features/people/schema";
import { spendRecoveryCode } from "~/features/people/spend-recovery-code.server";
import { findBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { signedIn } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safePath, safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { getSession } from "~/routes/visit.server";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Use a recovery code");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const goOn = safePath(new URL(args.request.url).searchParams.get("then"), "/account");
  return json({ goOn, phone: (await findBorough(ctx))?.contacts.phone ?? null });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const typed = await typedIn(args.request);
  const form = readForm(codeForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const given = await spendRecoveryCode(ctx, { session, code: form.value.code });
  if (given.ok) return safeRedirect(one(typed, "then"), "/account", given.cookie);
  if (given.reason === "too_many") return refuse(args.context, typed, { code: [TOO_MANY] }, 429);
  const message = "That is not one of your recovery codes, or it was used before";
  return refuse(args.context, typed, { code: [message] });
}

export default function Recovery() {
  const here = useHere();
  const { goOn, phone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.code?.[0];
  return (
    <Page
      title="Use a recovery code"
      lede="You were given ten codes when you set up your second step. Each works once."
      back={{ href: `/sign-in/second-factor?then=${encodeURIComponent(goOn)}`, text: "Use my app" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#code" }]} />}
    >
      <div className="rh-form">
        <form method="post" action={here} noValidate>
          <FormToken />
          <input type="hidden" name="then" value={goOn} />
          <TextInput
            name="code"
            label="Recovery code"
            hint="12 letters and figures, such as K7PM-3XRD-9TWB"
            error={error}
            defaultValue={refused ? one(refused.typed, "code") : undefined}
            width={20}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
          <Button arrow>Continue</Button>
        </form>
        <p>No app and no codes? An administrator can let you in again{phone && <>: ring {phone}</>}.</p>
      </div>
    </Page>
  );
}
