// Draws the floors and rooms into README.md from the table in floors.cjs.
// Usage: node tests/structure/draw-rooms.mjs --check | --write
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const { rooms } = createRequire(import.meta.url)("./floors.cjs");

const START = "<!-- rooms -->";
const END = "<!-- /rooms -->";

/** Arrows that can also be walked through another room are left out of the picture, not of the rules. */
function drawnArrows(names) {
  const reach = (from, to) => from === to || rooms[from].some((next) => reach(next, to));
  return names.flatMap((room) =>
    rooms[room]
      .filter((used) => names.includes(used))
      .filter(
        (used) => !rooms[room].some((other) => other !== used && names.includes(other) && reach(other, used)),
      )
      .map((used) => `    ${room} --> ${used}`),
  );
}

const stands = (folder) => existsSync(folder) && readdirSync(folder).length > 0;

/** The Markdown between the markers: the picture of the rooms that stand in `root`, and the planned ones by name. */
export function draw(root) {
  const names = Object.keys(rooms);
  const standing = names.filter((room) => stands(path.join(root, "app/features", room)));
  const planned = names.filter((room) => !standing.includes(room));
  return [
    "```mermaid",
    "flowchart TD",
    '  routes["routes: pages by address"] --> features',
    '  http["http: the front door"] --> platform',
    '  routes --> ui["ui: furniture"]',
    '  subgraph features["features: rooms by noun"]',
    ...standing.map((room) => `    ${room}`),
    ...drawnArrows(standing),
    "  end",
    '  features --> platform["platform: services of the house"]',
    "  features --> ui",
    '  platform --> db[("db: the ground")]',
    "```",
    "",
    "Left out: an arrow that a longer way already shows. What each room may use is listed in [floors.cjs](tests/structure/floors.cjs).",
    ...(planned.length > 0 ? ["", `Planned, with their arrows already decided: ${planned.join(", ")}.`] : []),
  ]
    .join("\n")
    .trimEnd();
}

/** The README with the picture as it should be now. Throws when the markers are missing. */
export function redrawn(root) {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start)
    throw new Error(`Put ${START} and ${END} into README.md where the picture belongs.`);
  return `${readme.slice(0, start + START.length)}\n\n${draw(root)}\n\n${readme.slice(end)}`;
}

/** True when the picture in the README is the one that the rules make. */
export function isFresh(root) {
  return readFileSync(path.join(root, "README.md"), "utf8") === redrawn(root);
}

/** What to do when the picture is old. */
export const advice =
  "The picture of the rooms in README.md is old. Run: node tests/structure/draw-rooms.mjs --write";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.cwd();
  if (process.argv.includes("--write")) writeFileSync(path.join(root, "README.md"), redrawn(root));
  else if (!isFresh(root)) {
    process.stderr.write(`${advice}\n`);
    process.exitCode = 1;
  }
}
