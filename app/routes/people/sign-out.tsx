import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { endSession } from "~/features/people/end-session.server";
import { sessionOf } from "~/platform/session.server";
import { FormToken } from "~/routes/FormToken";
import { anyone, inEnglish } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction = (args) => titled(args, "Sign out");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  inEnglish(args);
  if (ctx.actor.kind !== "account") throw safeRedirect("/");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const session = await sessionOf(args.request);
  if (!session) return safeRedirect("/");
  const ended = await endSession(ctx, session);
  if (!ended.ok) return safeRedirect("/");
  const headers = { "Set-Cookie": ended.cookie, "Clear-Site-Data": '"cache", "storage"' };
  return redirect("/", { status: 303, headers });
}

export default function SignOut() {
  const here = useHere();
  return (
    <Page title="Sign out" lede="You will be signed out of this browser.">
      <form method="post" action={here}>
        <FormToken />
        <div id="unsent" hidden>
          <WarningText>
            <span id="unsent-count">Something</span> on this device is not sent yet, and signing out would
            lose it. Open the check-in page of the event first, and wait until it says that everything is
            sent.
          </WarningText>
        </div>
        <Button>Sign out</Button>
      </form>
      <script type="module" src="/check-in/leave.js" />
    </Page>
  );
}
