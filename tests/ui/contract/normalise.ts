const TOKEN = /<!--[\s\S]*?-->|<\/?[a-zA-Z][\w:-]*(?:\s+[^\s=<>"']+(?:="[^"]*")?)*\s*\/?>|[^<]+/g;
const ATTRIBUTE = /([^\s=<>"']+)(?:="([^"]*)")?/g;
const VOID = new Set(["br", "hr", "img", "input", "path"]);
const INLINE = new Set(["a", "b", "em", "i", "span", "strong"]);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', ctdot: "⋯" };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}

function openTag(tag: string, name: string): string {
  const attributes = [
    ...tag
      .slice(name.length + 1)
      .replace(/\/?>$/, "")
      .matchAll(ATTRIBUTE),
  ].map(([, key = "", value = ""]) => {
    const words = decode(value).trim().split(/\s+/);
    return `${key.toLowerCase()}="${(key === "class" ? words.sort() : words).join(" ")}"`;
  });
  return `${[`<${name}`, ...attributes.sort()].join(" ")}>`;
}

const tagName = (token: string | undefined) => /^<\/?([a-zA-Z][\w:-]*)/.exec(token ?? "")?.[1]?.toLowerCase();

/** Markup with one token on a line, attributes and classes in order, and only the spaces that a reader sees. */
export function normalise(html: string): string {
  const tokens = (html.match(TOKEN) ?? []).filter((token) => !token.startsWith("<!--"));
  const lines: string[] = [];
  tokens.forEach((token, at) => {
    const name = tagName(token);
    if (name && token.startsWith("</")) {
      if (!VOID.has(name)) lines.push(`</${name}>`);
    } else if (name) {
      lines.push(openTag(token, name));
    } else {
      const words = decode(token.replace(/\s+/g, " "));
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      const glued = before?.startsWith("</") && INLINE.has(tagName(before) ?? "");
      const leads = after && !after.startsWith("</") && INLINE.has(tagName(after) ?? "");
      const text = (glued ? words : words.trimStart()).replace(/ $/, leads ? " " : "");
      if (text.trim()) lines.push(JSON.stringify(text));
    }
  });
  return lines.join("\n");
}
