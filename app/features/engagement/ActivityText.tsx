import type { HTMLAttributes } from "react";

type ActivityTextProps = { text: string } & Pick<HTMLAttributes<HTMLElement>, "lang" | "dir">;

/** Plain text as it was typed: each new line begins a paragraph. */
export function ActivityText({ text, ...rest }: ActivityTextProps) {
  return (
    <>
      {text.split(/\s*\n\s*/).map((paragraph) => (
        <p key={paragraph} {...rest}>
          {paragraph}
        </p>
      ))}
    </>
  );
}
