import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/appraisals/may";
import { findForStaff } from "~/features/appraisals/read.server";
import { spaced } from "~/features/appraisals/room-code";
import { qrOf } from "~/platform/qr.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Sheet for the wall");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.type(ctx.actor, seen.appraisal)) throw forbidden();
  const { slug, question, state, roomCode } = seen.appraisal;
  if (state !== "scoring" || !roomCode) throw redirect(`/manage/options/${slug}`);
  const address = `${ctx.origin}/options/score`;
  return { slug, question, code: spaced(roomCode), address, square: qrOf(`${address}/${roomCode}`) };
}

export default function Wall() {
  const { slug, question, code, address, square } = useLoaderData<typeof loader>();
  return (
    <main className="rh-sheet rh-sheet--large" id="main">
      <nav className="rh-no-print" aria-label="This sheet">
        <BackLink href={`/manage/options/${slug}/room`}>In the room</BackLink>
        <p>Print this page and put it where everybody can see it, or show it on a screen.</p>
      </nav>
      <article className="rh-table-sheet rh-stall-card">
        <header>
          <p>Score the options on your phone</p>
          <h1>{question}</h1>
        </header>
        <div className="rh-letter__link">
          <svg className="rh-qr" viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`} aria-hidden="true">
            <path d={square.path} />
          </svg>
          <div>
            <p>
              Point your phone’s camera here. Or go to
              <br />
              <strong>
                <bdi className="rh-address">{address.replace(/^https?:[/][/]/, "")}</bdi>
              </strong>
              <br />
              and type
            </p>
            <p className="rh-badge__name rh-reference">{code}</p>
          </div>
        </div>
        <p>No account, and no name. You can change your scores until scoring closes.</p>
        <p>Would you rather write? Ask for a sheet of paper.</p>
      </article>
    </main>
  );
}
