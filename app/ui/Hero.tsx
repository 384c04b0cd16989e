import type { ReactNode } from "react";
import { ButtonRow } from "./ButtonRow";
import { Patchwork } from "./Patchwork";

type HeroProps = { title: ReactNode; text: ReactNode; children: ReactNode };

/** The top of the first page: the h1, a sentence, buttons, and the patchwork. */
export function Hero({ title, text, children }: HeroProps) {
  return (
    <div className="rh-hero">
      <div className="rh-hero__grid">
        <div className="rh-hero__text">
          <h1>{title}</h1>
          <p>{text}</p>
          <ButtonRow>{children}</ButtonRow>
        </div>
        <div className="rh-hero__art">
          <Patchwork />
        </div>
      </div>
    </div>
  );
}
