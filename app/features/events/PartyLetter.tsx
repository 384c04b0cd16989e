import type { Block } from "~/platform/letter.server";
import type { PaperLetter } from "./export-letter.server";

/** A letter about somebody's booking, laid out for A4; `large` for large print. */
export function PartyLetter({ letter, large }: { letter: PaperLetter; large: boolean }) {
  const { from, squares } = letter;
  return (
    <article
      className={large ? "rh-letter rh-letter--large" : "rh-letter"}
      lang={letter.lang}
      dir={letter.dir}
    >
      <p className="rh-letter__from" lang="en" dir="ltr">
        <strong>{from.programme}</strong>
        <br />
        <span className="rh-letter__lines">{from.address}</span>
        <br />
        {from.phone}
      </p>
      <p className="rh-letter__lines">
        <bdi>{letter.to}</bdi>
      </p>
      <p>{letter.day}</p>
      <h1>{letter.subject}</h1>
      {letter.blocks.map((block) => (
        <Part key={keyOf(block)} block={block} squares={squares} />
      ))}
    </article>
  );
}

const keyOf = (block: Block) =>
  block.kind === "text" ? block.text : block.kind === "link" ? block.href : block.kind;

function Part({ block, squares }: { block: Block; squares: PaperLetter["squares"] }) {
  switch (block.kind) {
    case "text":
      return <p className="rh-letter__lines">{block.text}</p>;
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
          {square && (
            <svg className="rh-qr" viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`} aria-hidden="true">
              <path d={square.path} />
            </svg>
          )}
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
