import { existsSync } from "node:fs";
import path from "node:path";
import { type Check, textOf } from "./source";

/** The lowest version of each package that guards the site; older ones have published holes. */
const lowest: Readonly<Record<string, string>> = {
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/express": "2.17.5",
  "@remix-run/server-runtime": "2.17.5",
  "@remix-run/dev": "2.17.5",
  "@remix-run/router": "1.23.4",
  "react-router": "6.30.6",
  "react-router-dom": "6.30.6",
  "drizzle-orm": "0.45.2",
  "sanitize-html": "2.17.5",
  marked: "18.0.2",
  nodemailer: "9.1.0",
  express: "4.22.0",
  cookie: "0.7.0",
};

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

function isBelow(version: string, least: string): boolean {
  const [a, b] = [numbers(version), numbers(least)];
  const place = [0, 1, 2].find((i) => a[i] !== b[i]);
  return place !== undefined && !((a[place] ?? 0) > (b[place] ?? 0));
}

/** No copy of a package that guards the site is older than its lowest safe version. */
export const versions: Check = (root) => {
  const file = "package-lock.json";
  if (!existsSync(path.join(root, file))) return [];
  const lock = JSON.parse(textOf(root, file)) as { packages?: Record<string, { version?: string }> };
  return Object.entries(lock.packages ?? {}).flatMap(([where, { version }]) => {
    const name = where.split("node_modules/").at(-1) ?? "";
    const least = lowest[name];
    return least !== undefined && version !== undefined && isBelow(version, least)
      ? [
          `${file} Raise ${where} from ${version} to ${least} or later (npm install, or overrides in package.json).`,
        ]
      : [];
  });
};
