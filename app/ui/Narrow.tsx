import type { ReactNode } from "react";

/** Keeps a form or a text to a width that reads well. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="rh-narrow">{children}</div>;
}
