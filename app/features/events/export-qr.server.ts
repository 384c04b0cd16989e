import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` modules. */
export type Qr = { path: string; size: number };

/** A reference as a QR code: read at the door, it holds nothing but the reference. */
export function qrOf(reference: string): Qr {
  const { data, size } = QRCode.create(reference, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let at = 0; at < size * size; at += 1) {
    if (data[at]) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`;
  }
  return { path, size };
}
