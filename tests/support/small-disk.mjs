import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const command = (program, ...args) => spawnSync(program, args, { encoding: "utf8" });

/** Why this machine cannot have a small disk made for it, or null. */
export function noSmallDisk() {
  if (process.platform !== "linux") return "small disks are made with Linux's mount";
  if (process.getuid?.() !== 0) return "only root may mount a small disk";
  return null;
}

/**
 * A disk in memory that is quickly full.
 * @param {string} folder where it is mounted
 * @param {number} megabytes
 */
export function memoryDisk(folder, megabytes) {
  mkdirSync(folder, { recursive: true });
  const mounted = command("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder);
  if (mounted.status !== 0) return null;
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    /** Leaves not a byte. */
    fill: () => command("dd", "if=/dev/zero", `of=${ballast}`, "bs=4k"),
    free: () => rmSync(ballast, { force: true }),
    readOnly: () => command("mount", "-o", "remount,ro", folder).status === 0,
    writable: () => command("mount", "-o", "remount,rw", folder).status === 0,
    remove: () => command("umount", "-l", folder),
  };
}

/**
 * A disk in a file that can fail: then its kernel lets nobody write any more, whoever has files open.
 * @param {string} folder where it is mounted
 * @param {number} megabytes
 */
export function failingDisk(folder, megabytes) {
  mkdirSync(folder, { recursive: true });
  const image = `${folder}.image`;
  writeFileSync(image, "");
  command("truncate", "-s", `${megabytes}M`, image);
  const made = command("mkfs.ext4", "-q", "-F", image);
  const mounted = made.status === 0 ? command("mount", "-o", "loop,errors=remount-ro", image, folder) : made;
  if (mounted.status !== 0) {
    rmSync(image, { force: true });
    return null;
  }
  return {
    folder,
    fail: () => command("mount", "-o", "remount,abort", folder).status === 0,
    remove() {
      command("umount", "-l", folder);
      rmSync(image, { force: true });
    },
  };
}
