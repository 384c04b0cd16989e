import { expect, it } from "vitest";
import { robotsTxt, securityTxt } from "~/http/well-known.server";
import { openTestDoor } from "../support/front-door";

const origin = "https://larkmere.example.org";

it("robots.txt closes what is private and names the sitemap", () => {
  const text = robotsTxt(origin);
  for (const line of [
    "User-agent: *",
    "Disallow: /manage",
    "Disallow: /registrations/",
    `Sitemap: ${origin}/sitemap.xml`,
  ]) {
    expect(text.split("\n")).toContain(line);
  }
});

it("security.txt is good for half a year and no longer than one", () => {
  const text = securityTxt(origin, ["mailto:security@example.org"], new Date("2026-11-21T15:00:00Z"));
  expect(text).toContain("Contact: mailto:security@example.org\n");
  expect(text).toContain("Expires: 2027-05-20T00:00:00.000Z\n");
  expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\n`);
});

it("both are served", async () => {
  const t = await openTestDoor();
  expect((await t.ask("/robots.txt")).headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect((await t.ask("/.well-known/security.txt")).text).toContain(
    "Contact: http://larkmere.example.org/help",
  );
  await t.door.close();
});
