import { existsSync } from "node:fs";
import path from "node:path";
import { progress } from "./progress.mjs";
import { run, tool } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** What to tell a person whose machine has no browser to test with. */
export const NO_BROWSER =
  "No Chromium or Chrome was found and none could be installed, so no journey was tried. Set CHROMIUM to one.";

/** Playwright's own Chromium, when it has been downloaded. */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

/**
 * Finds a Chromium to test with: the CHROMIUM setting, then the system's, then Playwright's own.
 * @returns {Promise<string | null>} the program's path
 */
export async function findBrowser() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin");
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, MAC].find((file) => existsSync(file)) ?? (await playwrightsOwn());
}

/** Installs a Chromium: Playwright's own, or, where that cannot be downloaded, Debian's (root only). */
async function installBrowser() {
  const finish = progress("Installing a browser to test with…");
  const log = "data/browser.log";
  let { code } = await run(tool("@playwright/test/cli.js", "install", "chromium"), { log });
  if (code !== 0 && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run(["apt-get", "update"], { log, env });
    ({ code } = await run(["apt-get", "install", "-y", "chromium", "fonts-noto-core"], { log, env }));
  }
  finish(code === 0 ? "Done" : `Failed; the log is in ${log}`);
}

/** The browser that this machine has, or one that was just installed, or null. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found || process.env.CHROMIUM) return found;
  await installBrowser();
  return findBrowser();
}
