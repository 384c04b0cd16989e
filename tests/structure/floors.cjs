/**
 * The floors of the house and the arrows between its rooms, as data, and the dependency rules made from them.
 * `npx depcruise --config tests/structure/floors.cjs app` checks them; the README's picture is drawn from `rooms`.
 * A new arrow is a decision: write it down in docs/decisions, then add it here.
 */

const everyRoomAbove = (table) => Object.keys(table);

/** Each room and the rooms it may use, spelled out: an arrow does not carry over to the next room. */
const rooms = {
  places: [],
  figures: [],
  people: ["places"],
  equality: ["places", "figures", "people"],
  engagement: ["people", "places", "figures"],
  commitments: ["people", "places"],
  partners: ["people", "places", "figures"],
  responses: ["commitments", "people", "places"],
  events: ["engagement", "responses", "people", "places", "figures"],
  surveys: ["engagement", "responses", "people", "places", "figures"],
  appraisals: ["engagement", "responses", "people", "places", "figures"],
};
rooms.ideas = ["events", ...rooms.events];
rooms.pilots = ["ideas", "partners", "people", "places", "figures"];
rooms.learning = ["pilots", "events", "people", "places", "figures"];
rooms.reviews = everyRoomAbove(rooms);
rooms.scrutiny = ["reviews", "commitments", "responses", "figures", "people", "places"];
rooms.privacy = everyRoomAbove(rooms);

/** Each floor and the floors it may use beside itself. Files on the roof (root, entries, jobs) are ruled below. */
const floors = {
  routes: ["features", "platform", "ui"],
  features: ["platform", "db", "ui"],
  http: ["platform", "db"],
  platform: ["db"],
  db: [],
  ui: [],
  demo: ["features", "platform", "db"],
};

/** What all pages share: files that lie beside the folders of app/routes and answer no address. A new one is a decision. */
const sharedByRoutes = [
  "guards.server.ts",
  "form.server.ts",
  "answering.server.ts",
  "safe-redirect.ts",
  "visit.server.ts",
  "calendar-file.server.ts",
  "figures-shown.server.ts",
  "collections.server.ts",
  "things.server.ts",
  "request-facts.ts",
  "title.ts",
  "ErrorPage.tsx",
  "FormToken.tsx",
  "Page.tsx",
  "SiteShell.tsx",
];

const floorAdvice = {
  routes:
    "A route only guards, asks and shows. Move the query to features/<room>/read.server.ts or the change to a verb, and call that.",
  features:
    "A room knows nothing of addresses, requests or the demo. Take what you need as an argument and let the route pass it in.",
  http: "The front door may use platform and db only. Move what is about a room into that room and let a route answer it.",
  platform: "Platform serves every room and knows none. Pass the room's part in as a value or a function.",
  db: "The ground stands on nothing of ours. Move the shared piece down into db, or pass it in.",
  ui: "Furniture knows no noun of ours. Pass words and values as props, or move the component to features/<room>/.",
  demo: "The demo is loaded through the rooms' verbs. Call the verb instead.",
};

/** Packages with one owner each: nothing else in app/ may import them. */
const packageOwners = [
  {
    name: "lucia",
    packages: ["lucia", "@lucia-auth/adapter-drizzle"],
    owners: ["^app/platform/session\\.server\\.ts$"],
    advice:
      "Lucia lives behind platform/session.server.ts, so that it can be replaced. Use that file's functions.",
  },
  {
    name: "markdown",
    packages: ["marked", "sanitize-html"],
    owners: ["^app/platform/markdown"],
    advice: "Markdown is rendered and cleaned in one place. Call platform/markdown when the text is saved.",
  },
  {
    name: "mail",
    packages: ["nodemailer"],
    owners: ["^app/platform/mail"],
    advice: "Put a row in the outbox inside the write; the mail worker in platform sends it.",
  },
  {
    name: "database-drivers",
    packages: ["better-sqlite3", "pg", "drizzle-orm/better-sqlite3", "drizzle-orm/node-postgres"],
    owners: ["^app/db/", "^app/platform/backup"],
    advice: "Only db opens a database. Take ctx.db, or the store that the front door made.",
  },
  {
    name: "drizzle",
    packages: ["drizzle-orm"],
    owners: ["^app/(db|platform|features|demo)/"],
    advice: "Queries belong to a room: move this to features/<room>/read.server.ts or to a verb.",
  },
  {
    name: "web-framework",
    packages: ["@remix-run", "react-router", "react-router-dom", "express"],
    owners: [
      "^app/(routes|http)/",
      "^app/(root|entry\\.server|entry\\.client)\\.tsx$",
      "^app/(routes|start\\.server)\\.ts$",
    ],
    advice:
      "Only routes and the front door speak Remix and HTTP. Return a value and let the route turn it into a response.",
  },
  {
    name: "http-modules",
    packages: ["http", "https", "http2", "net", "node:http", "node:https", "node:http2", "node:net"],
    owners: ["^app/http/", "^app/entry\\.server\\.tsx$"],
    advice: "Only the front door (app/http) opens or reads sockets. Return a value and let it answer.",
  },
  {
    name: "zod",
    packages: ["zod"],
    owners: ["^app/(features|platform|db|http|demo)/"],
    advice: "Put the schema into features/<room>/schema.ts and import it from there.",
  },
];

const escapeForPattern = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Matches a package however it was resolved: installed, its types only, or not found. */
const packagePattern = (names) =>
  `^(node_modules/)?(@types/)?(${names.map(escapeForPattern).join("|")})(/|\\.|$)`;

/** One dependency-cruiser rule; `comment` is the instruction that a person reads when it bites. */
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const anyOf = (names) => `(${names.join("|")})`;

const floorRules = Object.entries(floors).map(([floor, below]) =>
  rule(
    `floor-${floor}`,
    floorAdvice[floor],
    { path: floor === "routes" ? "^app/(routes/|root\\.tsx$)" : `^app/${floor}/` },
    {
      path: "^(app|content|drizzle|scripts)/",
      pathNot: [
        `^app/${anyOf([floor, ...below])}/`,
        ...(floor === "ui" ? [] : ["^content/"]),
        // The shape of Remix's load context is the one thing that routes and the front door share.
        ...(floor === "routes" ? ["^app/http/load-context\\.ts$", "^app/root\\.tsx$", "\\.s?css$"] : []),
      ],
    },
  ),
);

const roomRules = Object.entries(rooms).flatMap(([room, uses]) => {
  const allowed = [room, ...uses];
  if (Object.keys(rooms).every((other) => allowed.includes(other))) return [];
  const list = uses.length > 0 ? uses.join(", ") : "no other room";
  return [
    rule(
      `room-${room}`,
      `${room} may use ${list}. Let the route bring both rooms together, or link them by (kind, id) in platform/links; a new arrow is a decision for docs/decisions and tests/structure/floors.cjs.`,
      { path: `^app/features/${room}/` },
      { path: "^app/features/", pathNot: `^app/features/${anyOf(allowed)}/` },
    ),
    rule(
      `tables-of-${room}`,
      `${room} may read only its own tables and those of ${list}. Ask the other room's read.server.ts through the route, or link by (kind, id) in platform/links.`,
      { path: [`^app/features/${room}/`, `^app/db/tables/${room}[a-z-]*\\.ts$`] },
      {
        path: `^app/db/tables/${anyOf(Object.keys(rooms))}[a-z-]*\\.ts$`,
        pathNot: `^app/db/tables/${anyOf(allowed)}[a-z-]*\\.ts$`,
      },
    ),
  ];
});

const packageRules = packageOwners.map(({ name, packages, owners, advice }) =>
  rule(`only-owner-${name}`, advice, { path: "^app/", pathNot: owners }, { path: packagePattern(packages) }),
);

const otherRules = [
  rule(
    "no-circle",
    "These files import each other in a circle. Move what both need into a third file that imports neither.",
    {},
    // The shell asks for the type of the root's data; importing more than a type of it is refused below.
    { circular: true, viaOnly: { pathNot: "^app/root\\.tsx$" } },
  ),
  rule(
    "room-is-listed",
    "This room is not in the table of tests/structure/floors.cjs. Move the file to an existing room, or decide the room and its arrows and list it there.",
    { path: "^app/features/", pathNot: `^app/features/${anyOf(Object.keys(rooms))}/` },
    {},
  ),
  rule(
    "furniture-for-markup-only",
    "Only a room's .tsx files may use ui. Move the markup into <Noun><Part>.tsx.",
    { path: "^app/features/", pathNot: "\\.tsx$" },
    { path: "^app/ui/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "server-files-stay-on-the-server",
    "This file can reach a browser, so it may import only types from server files. Write `import type`, move the pure part to rules.ts, or rename this file to end in .server.ts.",
    {
      path: "^app/",
      // messages.ts writes to the outbox and so is a server file in all but name.
      pathNot: ["\\.server\\.tsx?$", "^app/(routes|http|db|demo)/", "^app/root\\.tsx$", "/messages\\.ts$"],
    },
    {
      path: ["\\.server($|\\.)", "^app/(db|http|demo)/", "/messages\\.ts$"],
      dependencyTypesNot: ["type-only"],
    },
  ),
  rule(
    "no-route-imports-a-route",
    "Route files never import route files. Move the shared markup to features/<room>/<Noun><Part>.tsx or to ui.",
    { path: "^app/(routes/|root\\.tsx$)" },
    { path: "^app/routes/[^/]+/" },
  ),
  rule(
    "root-for-its-type-only",
    'Import only the type of the root\'s data: `import type { RootData } from "~/root"`.',
    { path: "^app/" },
    { path: "^app/root\\.tsx$", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "routes-stay-on-the-roof",
    "Nothing below imports a route, the root, an entry, the start or the list of jobs. Move what you need down a floor.",
    { path: "^app/(features|platform|db|ui|http|demo)/" },
    { path: "^app/(routes/|routes\\.ts|root\\.tsx|entry\\.|start\\.server|jobs\\.server)" },
  ),
  rule(
    "demo-starts-from-the-roof",
    "The demo borough is loaded by the entry, never used by a page. Read the rooms instead: the demo is in the database like any borough.",
    {
      path: "^app/",
      pathNot: ["^app/demo/", "^app/(entry\\.server\\.tsx|start\\.server\\.ts|jobs\\.server\\.ts)$"],
    },
    { path: "^app/demo/" },
  ),
  rule(
    "nothing-imports-tests",
    "Nothing may import from tests/. Move the helper into app/ if the product needs it.",
    { pathNot: "^tests/" },
    { path: "^tests/" },
  ),
  rule(
    "app-stands-alone",
    "app/ never imports from scripts/ or drizzle/. Move the shared piece into app/ and let the script import it.",
    { path: "^app/" },
    { path: "^(scripts|drizzle)/" },
  ),
];

const configuration = {
  forbidden: [...floorRules, ...roomRules, ...packageRules, ...otherRules],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|coverage|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

// dependency-cruiser refuses properties that it does not know, but passes over those it cannot enumerate.
Object.defineProperty(configuration, "rooms", { value: rooms, enumerable: false });
Object.defineProperty(configuration, "sharedByRoutes", { value: sharedByRoutes, enumerable: false });

module.exports = configuration;
