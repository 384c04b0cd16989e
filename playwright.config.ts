import { defineConfig, type Project } from "@playwright/test";
import { findBrowser } from "./scripts/lib/find-browser.mjs";

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
// Chromium has no sandbox for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

function project(scripts: "on" | "off", width: number, height: number): Project {
  return {
    name: `scripts-${scripts}-${width}`,
    use: { javaScriptEnabled: scripts === "on", viewport: { width, height } },
  };
}

/** Scripts off and on, a phone and a desk: every journey is made in both within the ten minutes of `npm test`. */
const USUAL = [project("off", 375, 812), project("on", 1280, 900)];
/** The other two pairs as well, for `npm run soak` and before a release (docs/decisions/0015). */
const EVERY = [...USUAL, project("off", 1280, 900), project("on", 375, 812)];

export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/journeys",
  globalSetup: "./tests/support/site.ts",
  workers: 2,
  forbidOnly: process.env.CI === "true",
  timeout: 120_000,
  reporter: [["line"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    // tests/support/site.ts sets it before the first test.
    baseURL: process.env.SITE_URL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    // A trace costs more than the journey: ask for one with --trace on.
    trace: "off",
    launchOptions: { executablePath: (await findBrowser()) ?? undefined, args },
  },
  projects: process.env.JOURNEYS === "every" ? EVERY : USUAL,
});
