import { inflateRawSync } from "node:zlib";

const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The files of a zip archive by name, read from its directory at the end. */
export function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = archive.indexOf("PK\u0001\u0002"); at >= 0 && archive.readUInt32LE(at) === ENTRY; ) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const header = archive.readUInt32LE(at + 42);
    const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const body = archive.subarray(from, from + size);
    const content = method === DEFLATED ? inflateRawSync(body) : body;
    files.set(archive.toString("utf8", at + 46, at + 46 + (name ?? 0)), content.toString("utf8"));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
