import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLinkGood } from "~/features/people/read-sign-in.server";
import { signInByLink } from "~/features/people/sign-in.server";
import { retention } from "~/platform/retention";
import { FormToken } from "~/routes/FormToken";
import { anyone, inEnglish } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { safeRedirect } from "~/routes/safe-redirect";
import { titled } from "~/routes/title";
import { afterSignIn, askedLately, keepAsked, visitOf } from "~/routes/visit.server";
import { Button, ButtonLink } from "~/ui/Button";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data?.good ? "Sign in" : "This link no longer works");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  inEnglish(args);
  const good = await isLinkGood(ctx, args.params.token ?? "");
  return json({ good, minutes: retention.signInLinkMinutes }, { status: good ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const visit = await visitOf(args.request);
  const signed = await signInByLink(ctx, { token: args.params.token ?? "", visit });
  if (!signed.ok) return json({ over: true }, { status: 410 });
  const goOn = askedLately(ctx, args.request)?.goOn;
  return safeRedirect(afterSignIn(signed, goOn), "/account", signed.cookie, keepAsked(ctx, ""));
}

export default function SignInLink() {
  const here = useHere();
  const { good, minutes } = useLoaderData<typeof loader>();
  const over = useActionData<typeof action>()?.over ?? false;
  if (!good || over) return <LinkOver minutes={minutes} />;
  return (
    <Page title="Sign in" lede="You are almost there.">
      <form method="post" action={here}>
        <FormToken />
        <Button arrow>Sign in now</Button>
      </form>
      <p className="rh-note">We ask for this click because some mail programs open links by themselves.</p>
    </Page>
  );
}

function LinkOver({ minutes }: { minutes: number }) {
  return (
    <Page
      title="This link no longer works"
      lede={`A link works once, for ${minutes} minutes. When you use one, or ask for several, the others end.`}
    >
      <ButtonLink href="/sign-in" arrow>
        Get a new link
      </ButtonLink>
    </Page>
  );
}
