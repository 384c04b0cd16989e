import type { Block } from "~/platform/letter.server";
import type { Qr } from "~/platform/qr.server";
import type { PaperLetter } from "./export-letter.server";

/** The sheet of a letter about somebody's booking; the page around it says in which size. */
export function PartyLetter({ letter }: { letter: PaperLetter }) {
  const { from, squares } = letter;
  return (
    <article className="rh-letter__page" lang={letter.lang} dir={letter.dir}>
      <div className="rh-letter__head">
        <address className="rh-letter__from" lang="en" dir="ltr">
          <strong>{from.council}</strong>
          <span className="rh-lines">{from.address}</span>
          <bdi>{from.phone}</bdi>
          <bdi>{from.email}</bdi>
        </address>
        <address className="rh-letter__to rh-lines">
          <bdi>{letter.to}</bdi>
        </address>
      </div>
      <p>{letter.day}</p>
      <h1>{letter.subject}</h1>
      {letter.blocks.map((block) => (
        <Part key={keyOf(block)} block={block} squares={squares} />
      ))}
      {letter.door && (
        <div className="rh-letter__link rh-letter__link--small">
          <Square qr={letter.door.code} />
          <p>
            <strong>{letter.door.title}</strong>
            <br />
            {letter.door.text}
          </p>
        </div>
      )}
      <p className="rh-letter__end">
        {from.programme}
        <br />
        <bdi>{from.phone}</bdi>
      </p>
    </article>
  );
}

function Square({ qr }: { qr: Qr }) {
  return (
    <svg className="rh-qr" viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} aria-hidden="true">
      <path d={qr.path} />
    </svg>
  );
}

const keyOf = (block: Block) =>
  block.kind === "text" ? block.text : block.kind === "link" ? block.href : block.kind;

function Part({ block, squares }: { block: Block; squares: PaperLetter["squares"] }) {
  switch (block.kind) {
    case "text":
      return <p className="rh-lines">{block.text}</p>;
    case "code":
      return <p>{block.code}</p>;
    case "facts":
      return (
        <dl className="rh-pairs">
          {block.rows.map(([term, detail]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      );
    case "link": {
      const square = squares[block.href];
      return (
        <div className="rh-letter__link">
          {square && <Square qr={square} />}
          <p>
            {block.label}:
            <br />
            <span dir="ltr">{block.href}</span>
          </p>
        </div>
      );
    }
  }
}
