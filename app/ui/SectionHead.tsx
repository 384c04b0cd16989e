import type { ReactNode } from "react";

type SectionHeadProps = { title: ReactNode; id?: string; link?: { href: string; text: ReactNode } };

/** The heading of a section and, beside it, the way to all of it. */
export function SectionHead({ title, id, link }: SectionHeadProps) {
  return (
    <div className="rh-head">
      <h2 id={id}>{title}</h2>
      {link && <a href={link.href}>{link.text}</a>}
    </div>
  );
}
