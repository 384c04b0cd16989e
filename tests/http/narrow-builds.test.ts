import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { narrowBuilds } from "~/http/narrow-builds";

const child = (id: string, path?: string, parentId = "root") => ({ id, path, parentId, index: !path });

const routes = [
  { id: "root", path: "" },
  child("home"),
  child("events", "events"),
  child("event", "events/:slug"),
  child("feed", "events.rss"),
  child("desk", "manage"),
  child("letters", "letters", "desk"),
  child("missing", "*"),
];
const byId = Object.fromEntries(routes.map((route) => [route.id, route]));
const build = { routes: byId, assets: { version: "1", routes: byId } } as unknown as ServerBuild;

describe("the builds for first parts of an address", () => {
  const narrow = new Map(narrowBuilds(build));
  const idsIn = (part: string) => Object.keys(narrow.get(part)?.routes ?? {});

  it("hold what begins so, the root, and what any address may end at", () => {
    expect([...narrow.keys()]).toEqual(["", "events", "events.rss", "manage"]);
    expect(idsIn("")).toEqual(["root", "home", "missing"]);
    expect(idsIn("events")).toEqual(["root", "events", "event", "missing"]);
    expect(idsIn("events.rss")).toEqual(["root", "feed", "missing"]);
  });

  it("hold a route below another where that one is", () => {
    expect(idsIn("manage")).toEqual(["root", "desk", "letters", "missing"]);
  });

  it("tell the renderer of the same routes", () => {
    expect(Object.keys(narrow.get("events")?.assets.routes ?? {})).toEqual(idsIn("events"));
  });
});
