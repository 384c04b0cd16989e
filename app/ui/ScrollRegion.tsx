import type { ReactNode } from "react";

/** Holds what may be wider than the page: it scrolls sideways by finger and by keyboard, under a name of its own. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll what the finger can
    <section className="rh-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
