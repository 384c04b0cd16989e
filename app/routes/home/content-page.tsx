import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findBorough } from "~/features/places/read.server";
import { findContentPage } from "~/platform/content.server";
import { asEnglish } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import { Prose } from "~/ui/Prose";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.page.title),
  { name: "description", content: args.data?.page.summary ?? "" },
];

/** A page of prose: the last part of its address is the name of its file in content/pages. */
/** The prose is English whatever the language of the page around it. */
export const handle = { english: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const slug = new URL(args.request.url).pathname.split("/").at(-1) ?? "";
  const page = await findContentPage(await findBorough(ctx), slug);
  if (!page) throw missing();
  return { page };
}

export default function ContentPage() {
  const { page } = useLoaderData<typeof loader>();
  const { locale } = useFacts();
  const foreign = asEnglish(locale);
  return (
    <>
      <PageHead title={page.title} lede={page.summary} {...foreign} />
      <Section tight>
        <Prose html={page.html} {...foreign} />
        <p className="rh-after" {...foreign}>
          Last changed on {plainDay(new Date(page.updated))}
        </p>
      </Section>
    </>
  );
}
