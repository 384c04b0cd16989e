import { crc32, inflateSync } from "node:zlib";

/** Largest file that is taken, in bytes, and largest picture, in pixels. */
export const MOST_PNG = { bytes: 150 * 1024, width: 1600, height: 800 };

/** The picture alone, or why it is none. */
export type CleanPng =
  | { ok: true; png: Buffer; width: number; height: number }
  | { ok: false; words: string };

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
/** What a picture is made of. Everything else in the file, such as text and places, is left behind. */
const KEPT = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"];
/** Colour type → samples a pixel. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const NO_PNG = "This is not a PNG picture. Save it as PNG and choose that file";
const BROKEN = "This picture cannot be opened. Save it again as PNG";

type Chunk = { type: string; data: Buffer; whole: Buffer };

/** The chunks of a PNG, or null when one is cut short or was changed on the way. */
function chunksOf(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < file.length; ) {
    if (at + 12 > file.length) return null;
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const whole = file.subarray(at, end);
    const data = whole.subarray(8, -4);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return null;
    const type = whole.toString("latin1", 4, 8);
    chunks.push({ type, data, whole });
    if (type === "IEND") return chunks;
    at = end;
  }
  return null;
}

/** Bytes that the rows of the picture unpack to, with a filter byte each; null for what is not drawn here. */
function unpackedSize(head: Buffer): number | null {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth = 0, colour = 0, compression, filter, interlace] = head.subarray(8);
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) return null;
  if (compression !== 0 || filter !== 0 || interlace !== 0) return null;
  return height * (1 + Math.ceil((width * samples * depth) / 8));
}

/** Reads a PNG, makes sure that it can be drawn, and leaves everything behind that is not the picture. */
export function cleanPng(bytes: Uint8Array): CleanPng {
  const file = Buffer.from(bytes);
  if (file.length > MOST_PNG.bytes)
    return { ok: false, words: "This file is larger than 150 KB. Make it smaller" };
  if (!file.subarray(0, 8).equals(SIGNATURE)) return { ok: false, words: NO_PNG };
  const chunks = chunksOf(file);
  const head = chunks?.[0];
  if (!chunks || head?.type !== "IHDR" || head.data.length !== 13) return { ok: false, words: BROKEN };
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  if (width < 1 || height < 1) return { ok: false, words: BROKEN };
  if (width > MOST_PNG.width || height > MOST_PNG.height) {
    return {
      ok: false,
      words: `This picture is larger than ${MOST_PNG.width} by ${MOST_PNG.height} pixels. Make it smaller`,
    };
  }
  const size = unpackedSize(head.data);
  if (size === null)
    return { ok: false, words: "This kind of PNG is not taken. Save it again without interlacing" };
  const packed = Buffer.concat(chunks.filter((one) => one.type === "IDAT").map((one) => one.data));
  if (!unpacksTo(packed, size)) return { ok: false, words: BROKEN };
  const kept = chunks.filter((one) => KEPT.includes(one.type)).map((one) => one.whole);
  return { ok: true, png: Buffer.concat([SIGNATURE, ...kept]), width, height };
}

function unpacksTo(packed: Buffer, size: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}
