import { existsSync } from "node:fs";
import path from "node:path";
import { type Check, filesUnder, textOf } from "./source";

const link = /\]\(([^)\s]+)\)/g;

function documents(root: string): string[] {
  return [
    ...["README.md", "CONTRIBUTING.md"].filter((file) => existsSync(path.join(root, file))),
    ...filesUnder(root, "docs", /\.md$/),
    ...filesUnder(root, "app", /README\.md$/),
  ];
}

/** Every link from one document to a file or folder of the project leads somewhere. */
export const docLinks: Check = (root) =>
  documents(root).flatMap((file) =>
    [...textOf(root, file).matchAll(link)]
      .map(([, target]) => (target ?? "").split("#")[0] ?? "")
      .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(path.join(root, path.dirname(file), target)))
      .map((target) => `${file} Write ${target}, or take the link to it out.`),
  );
