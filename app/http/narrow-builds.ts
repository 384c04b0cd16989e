import type { ServerBuild } from "@remix-run/node";

type Route = ServerBuild["routes"][string];

/** `events` of `events/tea` and of the route `events/:slug`. */
export const firstPart = (path: string): string => path.split("/", 1)[0] ?? "";

/**
 * For each first part of an address the build with only the routes that such an address may end at. React
 * Router goes through all routes it knows several times for each request, and the site has many. Other
 * addresses, misspelt and escaped ones too, are for the whole build.
 */
export function narrowBuilds(build: ServerBuild): [part: string, narrow: ServerBuild][] {
  const parts = new Set(Object.values(build.routes).map((route) => partOf(build, route)));
  return [...parts].flatMap((part) => (part === null ? [] : [[part, onlyFor(part, build)]]));
}

/** The first part that leads to a route, or null when any address may: the root, and what has no fixed beginning. */
function partOf(build: ServerBuild, route: Route): string | null {
  if (route.id === "root") return null;
  const parent = build.routes[route.parentId ?? "root"];
  if (parent && parent.id !== "root") return partOf(build, parent);
  const first = route.index ? "" : firstPart(route.path ?? "*");
  return /[:*?]/.test(first) ? null : first;
}

function onlyFor(part: string, build: ServerBuild): ServerBuild {
  const isFor = (route: Route) => [part, null].includes(partOf(build, route));
  const ids = new Set(Object.keys(build.routes).filter((id) => isFor(build.routes[id] as Route)));
  const pick = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}
