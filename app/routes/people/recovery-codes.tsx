import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeRecoveryCodes } from "~/features/people/make-recovery-codes.server";
import { getSecondFactor } from "~/features/people/read-second-factor.server";
import { isFresh } from "~/features/people/rules";
import { plainDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { signedIn } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safePath, safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { getSession } from "~/routes/visit.server";
import { Button, ButtonLink } from "~/ui/Button";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction = (args) => titled(args, "Recovery codes");

const CHECK_FIRST = `/sign-in/second-factor?then=${encodeURIComponent("/sign-in/recovery-codes")}`;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const factor = await getSecondFactor(ctx, session.userId);
  if (!factor.isSet || !isFresh(session.secondFactorAt, ctx.now)) throw safeRedirect(CHECK_FIRST);
  const goOn = safePath(new URL(args.request.url).searchParams.get("then"), "/account");
  return json({ goOn, left: factor.recoveryCodesLeft, today: plainDay(ctx.now) });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const made = await makeRecoveryCodes(ctx, await getSession(args.request));
  if (!made.ok) throw safeRedirect(CHECK_FIRST);
  return json({ codes: made.codes });
}

export default function RecoveryCodes() {
  const here = useHere();
  const { goOn, left, today } = useLoaderData<typeof loader>();
  const codes = useActionData<typeof action>()?.codes;
  if (codes) return <Codes codes={codes} today={today} goOn={goOn} />;
  return (
    <Page
      title="Recovery codes"
      lede="For the day when your phone is lost or broken. Each of the ten codes signs you in once in place of the app."
    >
      <form method="post" action={here}>
        <FormToken />
        {left > 0 && <WarningText>You have {left} codes left. Making new ones ends these.</WarningText>}
        <Button arrow>{left > 0 ? "Make new codes" : "Show my recovery codes"}</Button>
      </form>
      {left > 0 && (
        <p>
          <a href={goOn}>Keep the codes I have</a>
        </p>
      )}
    </Page>
  );
}

function Codes({ codes, today, goOn }: { codes: readonly string[]; today: string; goOn: string }) {
  return (
    <Page
      title="Your recovery codes"
      lede="Print this page or copy the codes to a safe place. We can’t show them again."
    >
      <ul className="rh-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>Round Here, {today}. Cross each one out when you have used it.</p>
      <ButtonLink href={goOn} arrow>
        I have kept them
      </ButtonLink>
    </Page>
  );
}
