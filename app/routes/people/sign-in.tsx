import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToSignIn } from "~/features/people/ask-to-sign-in.server";
import { DemoPeople } from "~/features/people/DemoPeople";
import { listDemoPeople } from "~/features/people/read.server";
import { TOO_MANY } from "~/features/people/rules";
import { readForm, signInForm } from "~/features/people/schema";
import { retention } from "~/platform/retention";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { anyone, inEnglish } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { safePath, safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { askedNote, keepAsked } from "~/routes/visit.server";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Sign in");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  inEnglish(args);
  const params = new URL(args.request.url).searchParams;
  const goOn = safePath(params.get("then"), "");
  const people = await listDemoPeople(ctx);
  const now = ctx.actor.kind === "account" ? ctx.actor.name : null;
  // In the demonstration people change over from one person to the next.
  if (now && people.length === 0) throw safeRedirect(goOn, "/account");
  return json({
    goOn,
    people,
    now,
    late: params.has("late") ? retention.signInLinkMinutes : null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const typed = await typedIn(args.request);
  const form = readForm(signInForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const sent = await askToSignIn(ctx, {
    email: form.value.email,
    visitor: args.context.clientAddress,
    asked: askedNote(ctx, args.request),
    goOn: safePath(one(typed, "then"), "") || null,
  });
  if (!sent.ok) return refuse(args.context, typed, { email: [TOO_MANY] }, 429);
  return safeRedirect("/sign-in/check-email", "/", keepAsked(ctx, sent.asked));
}

export default function SignIn() {
  const { goOn, people, now, late } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.email?.[0];
  return (
    <Page
      title="Sign in"
      lede="For people who work with us. Nobody needs an account to come to an event or to have a say."
      notice={
        error ? (
          <ErrorSummary errors={[{ text: error, href: "#email" }]} />
        ) : (
          late && (
            <NotificationBanner
              text={`It is more than ${late} minutes since you asked. Ask for a new link`}
            />
          )
        )
      }
    >
      {people.length > 0 && <DemoPeople people={people} now={now} goOn={goOn} proof={<FormToken />} />}
      <div className="rh-form">
        {people.length > 0 && <h2>By email, as on a real site</h2>}
        <form method="post" action="/sign-in" noValidate>
          <FormToken />
          <input type="hidden" name="then" value={refused ? one(refused.typed, "then") : goOn} />
          <TextInput
            name="email"
            type="email"
            label="Your email address"
            hint="We send you a link and a code. There is no password."
            error={error}
            defaultValue={refused ? one(refused.typed, "email") : undefined}
            autoComplete="email"
            spellCheck={false}
            dir="ltr"
          />
          <Button arrow>Send me a link</Button>
        </form>
        <p>
          <a href="/sign-in/one-time-code">I have a one-time code from an administrator</a>
        </p>
      </div>
    </Page>
  );
}
