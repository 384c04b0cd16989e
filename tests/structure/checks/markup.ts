import ts from "typescript";
import { at, type Check, type Source, sourcesUnder, walk } from "./source";

/** Files that may set ready-made HTML, each with its reason. */
const readyMadeHtml: Readonly<Record<string, string>> = {
  "app/ui/Prose.tsx": "shows staff Markdown that platform/markdown rendered and cleaned when it was saved",
};

/** Mail programs read no style sheets, so the one mail layout carries its styles. */
const mail = /^app\/platform\/mail/;

const inString = /<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=/i;

function attributeProblem(source: Source, node: ts.JsxAttribute): string[] {
  const name = node.name.getText(source.tree);
  if (name === "style") {
    return [
      at(
        source,
        node,
        "Take the style attribute out, which the content security policy forbids: use a class from ui/styles, or data-palette.",
      ),
    ];
  }
  if (/^on[A-Z]/.test(name)) {
    return [
      at(
        source,
        node,
        `Take ${name} out: pages do not hydrate. Use a form or a link, and a small module in public for comfort.`,
      ),
    ];
  }
  if (name === "dangerouslySetInnerHTML" && !(source.path in readyMadeHtml)) {
    return [
      at(
        source,
        node,
        "Render with the component that is listed for ready-made HTML in tests/structure/checks/markup.ts, or escape it as text.",
      ),
    ];
  }
  return [];
}

function elementProblem(source: Source, node: ts.JsxOpeningLikeElement): string[] {
  const tag = node.tagName.getText(source.tree);
  if (tag === "style")
    return [
      at(source, node, "Move these styles to ui/styles: the content security policy forbids them here."),
    ];
  const attributes = node.attributes.getText(source.tree);
  if (tag === "form" && !/\baction=/.test(attributes)) {
    return [at(source, node, "Say where this form goes with action, such as action={useHere()}.")];
  }
  if (tag !== "script") return [];
  return /application\/ld\+json/.test(attributes) || /\bsrc=/.test(attributes)
    ? []
    : [
        at(
          source,
          node,
          "Move this script to a small module in public and load it with src: inline scripts are forbidden.",
        ),
      ];
}

function stringProblem(source: Source, node: ts.Node): string[] {
  if (mail.test(source.path)) return [];
  const text = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText(source.tree) : "";
  return inString.test(text)
    ? [
        at(
          source,
          node,
          "Take the style or event attribute out of this HTML: the content security policy forbids it.",
        ),
      ]
    : [];
}

/** No inline style, event handler, script or ready-made HTML in any page, and no form that does not say where it goes. */
export const markup: Check = (root) =>
  sourcesUnder(root, "app").flatMap((source) => {
    const problems: string[] = [];
    walk(source.tree, (node) => {
      if (ts.isJsxAttribute(node)) problems.push(...attributeProblem(source, node));
      if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
        problems.push(...elementProblem(source, node));
      }
      problems.push(...stringProblem(source, node));
    });
    return problems;
  });
