import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkSecondFactor } from "~/features/people/check-second-factor.server";
import { confirmSecondFactor } from "~/features/people/confirm-second-factor.server";
import { getSecondFactor } from "~/features/people/read-second-factor.server";
import { grouped, isFresh, TOO_MANY } from "~/features/people/rules";
import { SecondFactorCode } from "~/features/people/SecondFactorCode";
import { SecondFactorSetUp } from "~/features/people/SecondFactorSetUp";
import { readForm, secondFactorForm } from "~/features/people/schema";
import { keyAddress } from "~/features/people/second-factor-key";
import { setUpSecondFactor } from "~/features/people/set-up-second-factor.server";
import { findBorough } from "~/features/places/read.server";
import { qrOf } from "~/platform/qr.server";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { signedIn } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safePath, safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { getSession } from "~/routes/visit.server";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

const HERE = "/sign-in/second-factor";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const factor = await getSecondFactor(ctx, session.userId);
  const params = new URL(args.request.url).searchParams;
  const goOn = safePath(params.get("then"), "/account");
  if (!factor.isNeeded && !factor.isSet) throw safeRedirect("/account");
  const replaces = factor.isSet && params.has("new") && isFresh(session.secondFactorAt, ctx.now);
  if (factor.isSet && !replaces)
    return json({ title: "Your second step", setUp: false, pending: null, goOn });
  const borough = await findBorough(ctx);
  const issuer = borough ? `Round Here ${borough.name}` : "Round Here";
  const pending = factor.pending && {
    key: grouped(factor.pending.key),
    qr: qrOf(keyAddress(factor.pending.key, issuer, factor.pending.email)),
  };
  return json({ title: "Set up your second step", setUp: true, pending, goOn });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const typed = await typedIn(args.request);
  const goOn = safePath(one(typed, "then"), "/account");
  const onwards = `then=${encodeURIComponent(goOn)}`;
  if (one(typed, "act") === "begin") {
    const begun = await setUpSecondFactor(ctx, session);
    return safeRedirect(begun.ok ? `${HERE}?new&${onwards}` : `${HERE}?${onwards}`);
  }
  const form = readForm(secondFactorForm, typed);
  if (!form.ok) return refuse(args.context, typed, form.fields);
  const isNew = one(typed, "act") === "confirm";
  const given = await (isNew ? confirmSecondFactor : checkSecondFactor)(ctx, {
    session,
    code: form.value.code,
  });
  if (given.ok)
    return safeRedirect(isNew ? `/sign-in/recovery-codes?${onwards}` : goOn, "/account", given.cookie);
  if (given.reason === "too_many") return refuse(args.context, typed, { code: [TOO_MANY] }, 429);
  if (given.reason !== "wrong") return safeRedirect(`${HERE}?${onwards}`);
  const message = "That is not the code that the app shows now. Wait for the next one and type that";
  return refuse(args.context, typed, { code: [message] });
}

export default function SecondFactor() {
  const here = useHere();
  const { title, setUp, pending, goOn } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.fields.code?.[0];
  const notice = error && <ErrorSummary errors={[{ text: error, href: "#code" }]} />;
  if (setUp) {
    return (
      <Page
        title={title}
        lede="You can see other people’s details, so a mailbox alone must not be enough to sign in as you."
        notice={notice}
      >
        <SecondFactorSetUp pending={pending} action={here} error={error} goOn={goOn} proof={<FormToken />} />
      </Page>
    );
  }
  return (
    <Page title={title} lede="Open your authenticator app and type the code for Round Here." notice={notice}>
      <div className="rh-form">
        <SecondFactorCode act="check" action={here} error={error} goOn={goOn} proof={<FormToken />} />
        <p>
          <a href={`/sign-in/recovery?then=${encodeURIComponent(goOn)}`}>I can’t use my app</a>
        </p>
      </div>
    </Page>
  );
}
