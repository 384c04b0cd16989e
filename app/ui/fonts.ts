import headingFont from "./fonts/bricolage-grotesque-latin-800-normal.woff2?url";

/** The link that fetches the heading font early; for `links` of the root. */
export const headingFontLink = {
  rel: "preload",
  href: headingFont,
  as: "font",
  type: "font/woff2",
  crossOrigin: "anonymous",
} as const;

/** Colour of the browser's own frame, for `<meta name="theme-color">`. */
export const themeColour = "#0a332a";
