import type { PaperInvitation } from "./export-invitations.server";
import { counted } from "./staff-words";

/** One person's invitation on a sheet of its own; the first of them names the page. */
export function InvitationSheet({ sheet, first }: { sheet: PaperInvitation; first: boolean }) {
  const { square } = sheet;
  const Heading = first ? "h1" : "h2";
  return (
    <article className="rh-letter__page rh-letter__page--each">
      <p>
        <bdi>{sheet.name}</bdi>,
      </p>
      <Heading className="govuk-heading-l">You are invited: {sheet.title}</Heading>
      <p>{sheet.summary}</p>
      <dl className="rh-pairs">
        {sheet.rows.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <p>
        Save your place with this square or address, or ring us on <bdi>{sheet.phone}</bdi>. It is yours
        alone, works once, and is for {counted(sheet.most, "person", "people")}.
      </p>
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
