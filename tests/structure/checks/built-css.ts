import { brotliCompressSync } from "node:zlib";
import { type Check, filesUnder, textOf } from "./source";

const mostBytes = 20 * 1024;

/** Marks that only the government's own sites may carry. */
const notOurs = ["GDS Transport", "crown", "Frutiger", "govuk-crest", "govuk-opengraph"];

const foreign = /url\(\s*["']?(?:https?:)?\/\/|@import\s+(?:url\()?["']?(?:https?:)?\/\//i;

/** The built style sheets are small and bring nothing that is not ours. Passes before the first build. */
export const builtCss: Check = (root) => {
  const files = filesUnder(root, "build/client", /\.css$/);
  const problems = files.flatMap((file) => {
    const text = textOf(root, file);
    const words = notOurs.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
    return [
      ...words.map((word) => `${file} Take "${word}" out of the style sheet: use our fonts and marks only.`),
      ...(foreign.test(text)
        ? [`${file} Serve this asset ourselves: style sheets load nothing from elsewhere.`]
        : []),
    ];
  });
  const bytes = files.reduce((sum, file) => sum + brotliCompressSync(textOf(root, file)).length, 0);
  return bytes > mostBytes
    ? [
        ...problems,
        `build/client Cut the style sheets from ${bytes} to ${mostBytes} bytes (Brotli): import fewer components.`,
      ]
    : problems;
};
