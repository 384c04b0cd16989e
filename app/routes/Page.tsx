import type { ReactNode } from "react";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";

type PageProps = {
  title: ReactNode;
  caption?: ReactNode;
  lede?: ReactNode;
  back?: { href: string; text: ReactNode };
  /** Stands in the head, below the lede. */
  head?: ReactNode;
  /** Stands above everything: an error summary or a notification. */
  notice?: ReactNode;
  children: ReactNode;
};

/** A plain page: head, then one section. */
export function Page({ title, caption, lede, back, head, notice, children }: PageProps) {
  return (
    <>
      {notice && <div className="rh-wrap rh-notice">{notice}</div>}
      <PageHead title={title} caption={caption} lede={lede} back={back}>
        {head}
      </PageHead>
      <Section tight>{children}</Section>
    </>
  );
}
