/** The beginning of a text, cut at a word. */
export function shortened(text: string, most = 160): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
