import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exportLetter } from "~/features/events/export-letter.server";
import { PartyLetter } from "~/features/events/PartyLetter";
import { findPartyForStaff } from "~/features/events/read-staff.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Letter");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const large = new URL(args.request.url).searchParams.get("size") === "large";
  return { id, large, letter: await exportLetter(ctx, party) };
}

export default function PrintLetter() {
  const { id, large, letter } = useLoaderData<typeof loader>();
  const here = `/manage/registrations/${id}`;
  return (
    <main className="rh-sheet" id="main">
      <p className="rh-no-print">
        <a href={here}>Back to the booking</a>.{" "}
        {large ? (
          <a href={`${here}/letter`}>Standard print</a>
        ) : (
          <a href={`${here}/letter?size=large`}>Large print</a>
        )}
        . To print this page, press Ctrl and P.
      </p>
      <PartyLetter letter={letter} large={large} />
    </main>
  );
}
