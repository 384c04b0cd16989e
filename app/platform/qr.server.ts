import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` modules. */
export type Qr = { path: string; size: number };

/** Text as a QR code that survives a scratch (15% of it). Not for more than some 300 characters: phones give up. */
export function qrOf(text: string): Qr {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let at = 0; at < size * size; at += 1) {
    if (data[at]) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`;
  }
  return { path, size };
}
