import type { ReactNode } from "react";

/** Buttons and links side by side, under each other on a narrow screen. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
