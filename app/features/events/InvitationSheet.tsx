import { asEnglish } from "~/platform/locales";
import type { PaperInvitation } from "./export-invitations.server";

/** One person's invitation on a sheet of its own, in their language; the first of them names the page. */
export function InvitationSheet({ sheet, first }: { sheet: PaperInvitation; first: boolean }) {
  const { square } = sheet;
  const Heading = first ? "h1" : "h2";
  return (
    <article className="rh-letter__page rh-letter__page--each" lang={sheet.locale} dir={sheet.dir}>
      <Heading className="govuk-heading-l">
        {sheet.subject}: <span {...asEnglish(sheet.locale)}>{sheet.title}</span>
      </Heading>
      {sheet.blocks.map((block) =>
        block.kind === "text" ? (
          <p key={block.text}>{block.text}</p>
        ) : block.kind === "facts" ? (
          <dl className="rh-pairs" key="facts">
            {block.rows.map(([term, detail]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
        ) : null,
      )}
      <div className="rh-letter__link">
        <svg className="rh-qr" viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`} aria-hidden="true">
          <path d={square.path} />
        </svg>
        <p>
          <span dir="ltr">{sheet.href}</span>
        </p>
      </div>
      <p className="rh-letter__end">
        {sheet.programme}
        <br />
        <bdi>{sheet.phone}</bdi>
      </p>
    </article>
  );
}
