import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { Refusal } from "./plainly.mjs";
import { quietly } from "./quietly.mjs";
import { root } from "./root.mjs";
import { stamp } from "./stamp.mjs";

const OLDEST_NODE = [20, 19];
const SERVER = "build/server/index.js";
/** Vite empties this folder when it builds, so the stamp can never outlive the build that it speaks of. */
const BUILD_STAMP = "build/server/.made-from.json";
const BUILT_FROM = [
  "app",
  "public",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Refuses a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Refusal(
    `Round Here needs Node ${OLDEST_NODE.join(".")} or newer, and this is Node ${version}. Get a newer one from nodejs.org.`,
  );
}

/** npm, as it was called, so that a folder on PATH cannot change which one is used half way. */
function npm(...args) {
  const called = process.env.npm_execpath ?? "";
  const program = /npm-cli\.[cm]?js$/.test(called) ? [process.execPath, called] : ["npm"];
  return [...program, ...args];
}

/** True when npm itself has put exactly the lock file's packages in place, before there was a stamp. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const there = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return Object.entries(wanted).every(
      ([name, { version, optional }]) => name === "" || optional || there[name]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Loads the one part that is made of machine code, in a process of its own: a wrong one may take its process with it. */
function sqliteLoads() {
  const tried = spawnSync(process.execPath, ["-e", "new (require('better-sqlite3'))(':memory:').close()"], {
    stdio: "ignore",
  });
  return tried.status === 0;
}

async function install() {
  const made = stamp(
    "node_modules/.round-here-stamp",
    ["package-lock.json"],
    `${process.versions.modules} ${process.platform} ${process.arch}`,
  );
  if (made.isCurrent) return;
  if (!isInstalled()) {
    await quietly(
      "Installing what the site is made of (a few minutes the first time)…",
      npm("ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"),
      { log: "data/install.log", ifItFails: "The packages could not be installed; is the network there?" },
    );
  }
  if (!sqliteLoads()) {
    await quietly("Making the database engine for this machine…", npm("rebuild", "better-sqlite3"), {
      log: "data/rebuild.log",
      ifItFails: "The database engine could not be made; it needs a C++ compiler, make and Python 3.",
    });
    if (!sqliteLoads())
      throw new Refusal("The database engine (better-sqlite3) does not load on this machine.");
  }
  made.save();
}

async function build() {
  const made = stamp(BUILD_STAMP, BUILT_FROM);
  if (made.isCurrent && existsSync(SERVER)) return;
  await quietly(
    "Building the site…",
    [process.execPath, "node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    { log: "data/build.log", ifItFails: "The site could not be built.", env: { NODE_ENV: "production" } },
  );
  made.save();
}

/** Makes the folder ready to run: checks Node, installs and builds, each only when something changed. */
export async function prepare() {
  checkNode();
  process.chdir(root);
  await oneAtATime("data/preparing.lock", async () => {
    await install();
    await build();
  });
}
