import { describe, expect, it } from "vitest";
import { checkFloors } from "./checks/floors";
import { siteMap } from "./checks/site-map";
import type { Check } from "./checks/source";
import { vocabulary } from "./checks/vocabulary";

const root = process.cwd();

const rules: readonly [string, Check][] = [
  ["floors, rooms and owners of packages are kept", checkFloors],
  ["every address has a file, a guard and a title", siteMap],
  ["rooms hold only the files of the closed vocabulary", vocabulary],
];

describe("the rules of the house", () => {
  it.each(rules)("%s", async (_, check) => {
    expect(await check(root)).toEqual([]);
  });
});
