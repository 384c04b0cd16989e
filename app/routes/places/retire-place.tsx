import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayRetire } from "~/features/places/may";
import { findRetirable } from "~/features/places/read-retirable.server";
import { retire } from "~/features/places/retire.server";
import { kindOfMany, RETIRABLE } from "~/features/places/rules";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { one as first } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(
    args,
    args.data?.out ? `Bring ${args.data.name} back?` : `Take ${args.data?.name ?? ""} out of use?`,
  );

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const kind = kindOfMany(args.params.kind ?? "");
  const slug = args.params.slug ?? "";
  const found = kind && (await findRetirable(ctx, kind, slug));
  if (!kind || !found) throw missing();
  if (!mayRetire(ctx.actor, kind, found)) throw forbidden();
  return { ...RETIRABLE[kind], slug, name: found.name, out: found.retiredDay !== null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const kind = kindOfMany(args.params.kind ?? "");
  if (!kind) throw missing();
  const typed = await typedIn(args.request);
  const back = first(typed, "act") === "back";
  const done = await retire(ctx, { kind, slug: args.params.slug ?? "", back });
  const { many } = RETIRABLE[kind];
  return follow(args.context, typed, done, `/manage/places/${many}?done=${back ? "back" : "retired"}`);
}

export default function RetirePlace() {
  const { many, word, slug, name, out } = useLoaderData<typeof loader>();
  const back = `/manage/places/${many}/${slug}`;
  return (
    <Page title={out ? `Bring ${name} back?` : `Take ${name} out of use?`} back={{ href: back, text: name }}>
      <form className="rh-narrow" method="post" action={useHere()}>
        <FormToken />
        {out ? (
          <p>Staff can choose this {word} again, and it stands in lists as before.</p>
        ) : (
          <p>
            Nobody can choose this {word} any more. Whatever names it now keeps naming it, and you can bring
            it back.
          </p>
        )}
        <ButtonRow>
          <Button variant={out ? "primary" : "warning"} name="act" value={out ? "back" : "retire"}>
            {out ? "Yes, bring it back" : "Yes, take it out of use"}
          </Button>
          <ButtonLink href={back} variant="secondary">
            No, leave it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
