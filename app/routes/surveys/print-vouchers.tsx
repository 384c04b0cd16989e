import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exportVouchers } from "~/features/surveys/export-vouchers.server";
import { VoucherSlips } from "~/features/surveys/VoucherSlips";
import { dayAndClock } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Vouchers to print");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "" } = args.params;
  const found = await exportVouchers(ctx, { slug, batch });
  if (!found) throw missing();
  const { title, closesAt } = found.survey;
  return {
    slug,
    title,
    codes: found.codes,
    closes: dayAndClock(closesAt),
    address: `${ctx.origin.replace(/^https?:\/\//, "")}/surveys/${slug}`,
  };
}

export default function PrintVouchers() {
  const { slug, title, codes, closes, address } = useLoaderData<typeof loader>();
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label="These vouchers">
        <BackLink href={`/manage/surveys/${slug}/vouchers`}>Vouchers</BackLink>
        <p>Print this page on A4 and cut along the lines. Don’t write down who gets which.</p>
      </nav>
      <h1 className="govuk-heading-m">Vouchers to print: {title}</h1>
      <VoucherSlips {...{ title, codes, closes, address }} />
    </main>
  );
}
