import { describe, expect, it } from "vitest";
import { seal, unseal } from "~/platform/sealed.server";

const SECRET = "a-secret-of-thirty-two-bytes-or-more";

describe("sealed text", () => {
  it("can be read again here, for its own purpose only", () => {
    const sealed = seal(SECRET, "one", "Zoë: 123456");
    expect(unseal(SECRET, "one", sealed)).toBe("Zoë: 123456");
    expect(unseal(SECRET, "two", sealed)).toBeNull();
    expect(unseal(`${SECRET}!`, "one", sealed)).toBeNull();
  });

  it("is another text each time and shows nothing of what is inside", () => {
    expect(seal(SECRET, "one", "same")).not.toBe(seal(SECRET, "one", "same"));
    expect(Buffer.from(seal(SECRET, "one", "plain words"), "base64url").toString()).not.toContain("plain");
  });

  it("is refused when a single bit of it was changed, and when it is nothing of ours", () => {
    const bytes = Buffer.from(seal(SECRET, "one", "text"), "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(SECRET, "one", changed.toString("base64url"))).toBeNull();
    }
    for (const junk of ["", "x", "not base64 ☂", "A".repeat(500)])
      expect(unseal(SECRET, "one", junk)).toBeNull();
  });
});
