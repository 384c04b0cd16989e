import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endAllSessions, endSessionOf } from "~/features/people/end-session.server";
import { GrantTable } from "~/features/people/GrantTable";
import { getAccount } from "~/features/people/read.server";
import { listGrantsInWords } from "~/features/people/read-grants.server";
import { getSecondFactor } from "~/features/people/read-second-factor.server";
import { SessionTable } from "~/features/people/SessionTable";
import { plainDay } from "~/platform/london";
import { listSessions } from "~/platform/session.server";
import { FormToken } from "~/routes/FormToken";
import { typedIn } from "~/routes/form.server";
import { signedIn } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { getSession } from "~/routes/visit.server";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SummaryList } from "~/ui/SummaryList";
import { one } from "~/ui/typed";

export const meta: MetaFunction = (args) => titled(args, "Your account");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const { name, email, id } = await getAccount(ctx, session.userId);
  const sessions = await listSessions(ctx, id);
  const factor = await getSecondFactor(ctx, id);
  return json({
    name,
    email,
    isStaff: factor.isNeeded,
    factor:
      factor.isSet && factor.setAt ? { setOn: plainDay(factor.setAt), left: factor.recoveryCodesLeft } : null,
    isComplete: !factor.isNeeded || session.secondFactorAt !== null,
    roles: (await listGrantsInWords(ctx, id)).held,
    sessions: sessions.map(({ id, browser, createdAt }) => ({
      id,
      browser,
      createdAt,
      isThis: id === session.id,
    })),
  });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await signedIn(args);
  const session = await getSession(args.request);
  const typed = await typedIn(args.request);
  const accountId = session.userId;
  if (one(typed, "act") === "end-session") {
    await endSessionOf(ctx, { accountId, sessionId: one(typed, "session") });
    return safeRedirect("/account#browsers");
  }
  if (one(typed, "act") === "end-others") {
    await endAllSessions(ctx, { accountId, exceptId: session.id });
    return safeRedirect("/account#browsers");
  }
  await endAllSessions(ctx, { accountId });
  return safeRedirect("/");
}

export default function OwnAccount() {
  const { name, email, isStaff, factor, isComplete, roles, sessions } = useLoaderData<typeof loader>();
  const change = (path: string) => `/sign-in/second-factor?then=${encodeURIComponent(path)}`;
  const second = {
    key: "Second step",
    value: factor ? `Authenticator app, set up on ${factor.setOn}` : "Not set up",
    actions: [
      factor
        ? { href: change("/sign-in/second-factor?new"), text: "Change", hidden: "second step" }
        : { href: change("/account"), text: "Set up", hidden: "second step" },
    ],
  };
  const codes = {
    key: "Recovery codes",
    value: `${factor?.left ?? 0} left`,
    actions: [{ href: change("/sign-in/recovery-codes"), text: "Make new ones", hidden: "recovery codes" }],
  };
  return (
    <Page
      title="Your account"
      lede={name}
      head={
        <ButtonRow>
          {isStaff && isComplete && <ButtonLink href="/manage">Staff pages</ButtonLink>}
          {!isComplete && <ButtonLink href={change("/manage")}>Give your second step</ButtonLink>}
          <ButtonLink href="/sign-out" variant="secondary">
            Sign out
          </ButtonLink>
        </ButtonRow>
      }
    >
      <h2>How you sign in</h2>
      <SummaryList
        rows={[
          { key: "Email address", value: <bdi>{email}</bdi> },
          ...(isStaff ? [second] : []),
          ...(isStaff && factor ? [codes] : []),
        ]}
      />
      <p>To change your name or address, ask an administrator.</p>

      <h2>Your roles</h2>
      {roles.length > 0 ? (
        <GrantTable caption="Your roles" grants={roles} />
      ) : (
        <p>You have no role. That changes nothing about coming to events and having a say.</p>
      )}

      <h2 id="browsers">Where you are signed in</h2>
      <SessionTable sessions={sessions} action="/account" proof={<FormToken />} />
      <form method="post" action="/account">
        <FormToken />
        <ButtonRow>
          {sessions.length > 1 && (
            <Button variant="secondary" name="act" value="end-others">
              Sign out everywhere else
            </Button>
          )}
          <Button variant="secondary" name="act" value="end-all">
            Sign out everywhere
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
