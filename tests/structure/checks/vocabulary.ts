import { existsSync } from "node:fs";
import path from "node:path";
import { rooms } from "../rooms";
import { type Check, exportsOf, filesUnder, parse, textOf } from "./source";

const kebab = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

/** The files a room may hold. The order matters: the first that matches says what the file is. */
const roomFiles: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "readme", pattern: /^README\.md$/ },
  { kind: "read", pattern: new RegExp(`^read(?:-${kebab})?\\.server\\.ts$`) },
  { kind: "figures", pattern: /^figures\.server\.ts$/ },
  { kind: "privacy", pattern: /^privacy\.server\.ts$/ },
  { kind: "transfer", pattern: new RegExp(`^(?:import|export)-${kebab}\\.server\\.ts$`) },
  { kind: "verb", pattern: new RegExp(`^${kebab}\\.server\\.ts$`) },
  { kind: "pure", pattern: new RegExp(`^${kebab}\\.ts$`) },
  { kind: "markup", pattern: /^(?:[A-Z][a-z0-9]+){2,}\.tsx$/ },
];

const roomWords =
  "A room holds <verb>.server.ts, read.server.ts, read-<topic>.server.ts, rules.ts, may.ts, schema.ts, messages.ts, <concept>.ts, import-<x>.server.ts, export-<x>.server.ts, figures.server.ts, privacy.server.ts, <Noun><Part>.tsx and README.md, and no folders.";

const emptyNames = /^(?:index|utils?|helpers?|types?|misc|common|shared|lib|services?|stuff)$/;

/** What kind of file a path of a room is (`verb`, `read`, …), or null when it is no file of a room. */
export function kindOfRoomFile(file: string): { room: string; kind: string | null } | null {
  const match = /^app\/features\/([^/]+)\/(.+)$/.exec(file);
  if (!match?.[1] || !match[2]) return null;
  const name = match[2];
  return { room: match[1], kind: roomFiles.find(({ pattern }) => pattern.test(name))?.kind ?? null };
}

function checkNames(root: string): string[] {
  return filesUnder(root, "app").flatMap((file) => {
    const empty = file
      .split("/")
      .slice(1)
      .map((part) => part.split(".")[0] ?? "")
      .find((part) => emptyNames.test(part) || /-(?:utils?|helpers?)$/.test(part));
    return empty === undefined
      ? []
      : [`${file}:1 "${empty}" says nothing. Name the file after the one thing that it holds.`];
  });
}

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function checkVerbName(root: string, file: string): string[] {
  const verb = camel(path.posix.basename(file, ".server.ts").split("-")[0] ?? "");
  const named = exportsOf(parse(root, file).tree).some(
    ({ name, fn }) =>
      fn && (name === verb || (name.startsWith(verb) && /^[A-Z]/.test(name.slice(verb.length)))),
  );
  return named
    ? []
    : [
        `${file}:1 Export a function whose name starts with "${verb}", or name the file after the verb that it exports.`,
      ];
}

function checkRoomFiles(root: string): string[] {
  return filesUnder(root, "app/features").flatMap((file) => {
    const found = kindOfRoomFile(file);
    if (!found) return [`${file}:1 Move this file into the room that it belongs to.`];
    if (found.kind === null) return [`${file}:1 Rename or move this file. ${roomWords}`];
    return found.kind === "verb" ? checkVerbName(root, file) : [];
  });
}

function checkReadme(root: string, room: string): string[] {
  const file = `app/features/${room}/README.md`;
  if (!existsSync(path.join(root, file))) {
    return [`${file} Write ten lines for this room: its nouns, its verbs and the rooms it may use.`];
  }
  const lines = textOf(root, file).trimEnd().split("\n").length;
  return lines > 25 ? [`${file}:26 Cut this README from ${lines} lines to 25 or fewer; ten are enough.`] : [];
}

function checkRooms(root: string): string[] {
  const found = new Set(filesUnder(root, "app/features").map((file) => kindOfRoomFile(file)?.room));
  return [...found].flatMap((name) => {
    if (name === undefined) return [];
    const unlisted = `app/features/${name} List this room and its arrows in tests/structure/floors.cjs, or use a room that is there.`;
    return [...(name in rooms ? [] : [unlisted]), ...checkReadme(root, name)];
  });
}

/** Rooms hold only the files of the closed vocabulary, each room has a short README, and no name in app/ is empty. */
export const vocabulary: Check = (root) => [
  ...checkNames(root),
  ...checkRooms(root),
  ...checkRoomFiles(root),
];
