// Runs in a worker thread of its own, so that a text that makes the parser hang can be ended with it.
// Handed over as text and started by markdown.server.ts; `workerData` says where packages are found from.
const { createRequire } = require("node:module");
const { parentPort, workerData } = require("node:worker_threads");

const requireFrom = createRequire(workerData);
const { Marked } = requireFrom("marked");
const sanitizeHtml = requireFrom("sanitize-html");

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
const plain = (tokens) =>
  (tokens ?? []).map((token) => (token.tokens ? plain(token.tokens) : (token.text ?? ""))).join("");

/** First layer: nothing that was typed becomes a tag. */
const markup = {
  html({ text, block }) {
    return block ? `<p>${escaped(text.trim())}</p>` : escaped(text);
  },
  image({ text }) {
    return escaped(text);
  },
  checkbox() {
    return "";
  },
  table({ header, rows, name }) {
    const names = header.map((cell) => plain(cell.tokens));
    const heads = header.map((cell) => `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`);
    const body = rows.map(
      (row) => `<tr>${row.map((cell, at) => cellOf(this, cell, at, names[at])).join("")}</tr>`,
    );
    return [
      `<section class="rh-scroll" aria-label="${escaped(name)}" tabindex="0"><table>`,
      `<thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></section>`,
    ].join("");
  },
};

/** Each cell says which column it stands in: on phones a row is a card. */
function cellOf({ parser }, cell, at, name) {
  const inside = parser.parseInline(cell.tokens);
  return at === 0 ? `<th scope="row">${inside}</th>` : `<td data-label="${escaped(name)}">${inside}</td>`;
}

/** Each table is named by the heading above it and its columns, and no two are named alike. */
function nameTables(tokens) {
  const taken = new Map();
  let heading = "";
  for (const token of tokens) {
    if (token.type === "heading") heading = `${plain(token.tokens)}: `;
    if (token.type !== "table") continue;
    const name = heading + token.header.map((cell) => plain(cell.tokens)).join(", ");
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    token.name = times > 1 ? `${name} (${times})` : name;
  }
}

/** The page has its h1: the highest heading of the text becomes `top`, all lower ones the level below. */
function demoteHeadings(headings, top) {
  const highest = Math.min(...headings.map((heading) => heading.depth));
  headings.forEach((heading, at) => {
    heading.depth = at === 0 || heading.depth === highest ? top : top + 1;
  });
}

/** http, https, mailto, tel, or a page of this site; nothing that a browser would read as another host. */
const OUTSIDE = /^https?:\/\/[^\s\\]+$/i;
const INSIDE = /^(\/(?![/\\]|%5c)|mailto:|tel:)[^\s\\]*$/i;

/** Second layer: only these tags and attributes leave the thread. */
const SANITISER = {
  allowedTags:
    "p h2 h3 h4 ul ol li a strong em del blockquote code pre br hr section table thead tbody tr th td".split(
      " ",
    ),
  allowedAttributes: {
    a: ["href", "rel"],
    ol: ["start"],
    section: ["class", "aria-label", "tabindex"],
    th: ["scope"],
    td: ["data-label"],
  },
  allowedClasses: { section: ["rh-scroll"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  disallowedTagsMode: "escape",
  transformTags: {
    a(_tag, { href = "" }) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses
      const address = href.replace(/[\u0000-\u0020\u007f]+$/g, "");
      if (OUTSIDE.test(address))
        return { tagName: "a", attribs: { href: address, rel: "nofollow noopener" } };
      return { tagName: "a", attribs: INSIDE.test(address) ? { href: address } : {} };
    },
  },
};

function render({ source, top }) {
  const marked = new Marked({ gfm: true, renderer: markup });
  const tokens = marked.lexer(source);
  const found = [];
  marked.walkTokens(tokens, (token) => {
    found.push(token);
  });
  demoteHeadings(
    found.filter((token) => token.type === "heading"),
    top,
  );
  nameTables(found);
  return sanitizeHtml(marked.parser(tokens), SANITISER).trim();
}

parentPort.on("message", (job) => {
  try {
    parentPort.postMessage({ html: render(job) });
  } catch {
    // Nested too deeply for the parser's stack.
    parentPort.postMessage({ html: null });
  }
});
// The first text takes many times as long as the next, and must not be given up for that on a busy machine.
render({
  source: "# A\n\n- *b* **c** [d](/e)\n\n1. `f`\n\n> g\n\n| h | i |\n|---|---|\n| j | <k> |",
  top: 2,
});
parentPort.postMessage("ready");
