import type { ReactNode } from "react";

type ProseProps = { lang?: string; dir?: "ltr" | "rtl" } & ({ html: string } | { children: ReactNode });

/** Running text. `html` must come from the Markdown service, which has cleaned it. */
export function Prose({ lang, dir, ...text }: ProseProps) {
  if ("children" in text) {
    return (
      <div className="rh-prose" lang={lang} dir={dir}>
        {text.children}
      </div>
    );
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned when it was saved; see the contract above
  return <div className="rh-prose" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: text.html }} />;
}
