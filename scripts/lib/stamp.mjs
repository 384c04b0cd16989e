import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Every file under these files and folders, in a fixed order; what does not exist is left out. */
function filesUnder(paths) {
  return paths.flatMap((each) => {
    const stat = statSync(each, { throwIfNoEntry: false });
    if (!stat) return [];
    if (!stat.isDirectory()) return [{ path: each, stat }];
    return filesUnder(
      readdirSync(each)
        .sort()
        .map((name) => path.join(each, name)),
    );
  });
}

function digest(files, mark, salt) {
  const hash = createHash("sha256").update(salt);
  for (const file of files) hash.update(`\0${file.path}\0`).update(mark(file));
  return hash.digest("hex");
}

function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/**
 * Remembers, in a small file, what something was made from. Sizes and times are compared first; only when they
 * differ are the contents read, so that a checkout which puts the same bytes back counts as no change.
 * @param {string} file where the memory is kept; it goes with the folder that was made
 * @param {string[]} paths files and folders it is made from
 * @param {string} [salt] anything else it depends on
 * @returns {{ isCurrent: boolean, save: () => void }} what was found when called; `save` remembers that, so call
 *   this before making and `save` after
 */
export function stamp(file, paths, salt = "") {
  const files = filesUnder(paths);
  const quick = digest(files, ({ stat }) => `${stat.size} ${stat.mtimeMs}`, salt);
  const before = readStamp(file);
  const full = before.quick === quick ? before.full : digest(files, (each) => readFileSync(each.path), salt);
  const isCurrent = before.full === full;
  const save = () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ quick, full }));
  };
  if (isCurrent && before.quick !== quick) save();
  return { isCurrent, save };
}
