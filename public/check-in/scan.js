const EVERY = 250;
/** The same code is not read again before this many milliseconds. */
const REST = 3000;

/** Why the camera can't be used here, in words; null when it can. */
export async function cameraTrouble() {
  const instead = "Type the reference or the name instead.";
  if (!("BarcodeDetector" in globalThis)) return `This browser can’t read codes with the camera. ${instead}`;
  if (!navigator.mediaDevices) return `The camera can’t be used here. ${instead}`;
  const formats = await globalThis.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code") ? null : `This browser can’t read this kind of code. ${instead}`;
}

/** Shows the camera in a video and calls `read` with each code. Returns a function that stops it. Throws when refused. */
export async function scan(video, read) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
  video.srcObject = stream;
  await video.play();
  let last = { text: "", at: 0 };
  const timer = setInterval(async () => {
    const [code] = await detector.detect(video).catch(() => []);
    if (!code || (code.rawValue === last.text && performance.now() - last.at < REST)) return;
    last = { text: code.rawValue, at: performance.now() };
    read(code.rawValue);
  }, EVERY);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
