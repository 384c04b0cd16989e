import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { Tile, type TileTone } from "./Tile";
import type { TileKind } from "./tile-shapes";

type Side = { title: string; big: ReactNode; text?: ReactNode; lang?: string; dir?: "ltr" | "rtl" };

type ExchangeProps = { said: Side; answer: Side; headingLevel?: 2 | 3 };

type HalfProps = {
  side: Side;
  icon: TileKind;
  palette: Palette;
  tone: TileTone;
  level: 2 | 3;
  quoted: boolean;
};

function Half({ side, icon, palette, tone, level, quoted }: HalfProps) {
  const Heading = `h${level}` as const;
  const Big = quoted ? "blockquote" : "p";
  return (
    <div className={quoted ? undefined : "rh-exchange__answer rh-dark"}>
      <Heading>
        <Tile kind={icon} palette={palette} tone={tone} />
        {side.title}
      </Heading>
      <Big className="rh-exchange__big" lang={side.lang} dir={side.dir}>
        {side.big}
      </Big>
      {side.text && <p>{side.text}</p>}
    </div>
  );
}

/** What someone said beside what came of it, refusals shown as plainly as deeds. */
export function Exchange({ said, answer, headingLevel = 3 }: ExchangeProps) {
  return (
    <div className="rh-exchange">
      <Half side={said} icon="talk" palette="brick" tone="deep" level={headingLevel} quoted />
      <Half side={answer} icon="leaf" palette="green" tone="light" level={headingLevel} quoted={false} />
    </div>
  );
}
