import type { ReactNode } from "react";

/** The main matter with a narrow column beside it, below it on narrow screens. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="rh-columns">
      <div>{children}</div>
      {aside}
    </div>
  );
}
