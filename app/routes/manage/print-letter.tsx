import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exportLetter } from "~/features/events/export-letter.server";
import { PartyLetter } from "~/features/events/PartyLetter";
import { findPartyForStaff } from "~/features/events/read-staff-parties.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";
import { classes } from "~/ui/classes";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Letter");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const letter = await exportLetter(ctx, party);
  const size = new URL(args.request.url).searchParams.get("size");
  return { id, large: size === "large" || (size !== "usual" && letter.isLarge), letter };
}

export default function PrintLetter() {
  const { id, large, letter } = useLoaderData<typeof loader>();
  const here = `/manage/registrations/${id}`;
  return (
    <main className={classes("rh-letter", large && "rh-letter--large")} id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label="This letter">
        <BackLink href={here}>Back to the booking</BackLink>
        <p>
          Print this page on A4 and fold it twice: the address fits a window envelope.{" "}
          <a href={large ? `${here}/letter?size=usual` : `${here}/letter?size=large`}>
            {large ? "Show it in the usual size" : "Show it in large print"}
          </a>
        </p>
      </nav>
      <PartyLetter letter={letter} />
    </main>
  );
}
