import { checkSign, codeTyped } from "@cahier/schema/text/code";

/** True where a browser lends a camera to pages at all. */
export const isThereCamera = () => typeof navigator.mediaDevices?.getUserMedia === "function";

/** State of the camera: `REFUSED` by the person or the site, `FAILED` if there is none or it is in use. */
export type CameraState = "OPENING" | "LOOKING" | "OTHER" | "REFUSED" | "FAILED";

/** The code of a sheet as it is printed, from the address that its QR code holds; null for any other text. */
function codeIn(text: string): string | null {
  const found = /\/follow\//.test(text) ? codeTyped(text) : null;
  if (found?.state !== "WHOLE") return null;
  return `${found.characters.match(/.{4}/g)!.join("-")}-${checkSign(found.characters)}`;
}

/** Most pixels across that are looked at: a code fills a good part of the picture, and a telephone has other things to do. */
const across = 640;

/** Milliseconds between two looks. */
const pause = 120;

/** Opens the camera and looks for the code of a sheet until it is found, or nobody waits for it any more. */
export async function lookForCode(
  video: HTMLVideoElement,
  signal: AbortSignal,
  say: (state: CameraState) => void,
): Promise<string | null> {
  let stop = () => {};
  try {
    const { decodeQR } = await import("qr/decode.js");
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    stop = () => stream.getTracks().forEach((track) => track.stop());
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    else {
      video.srcObject = stream;
      await video.play();
      say("LOOKING");
    }
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true })!;
    while (!signal.aborted) {
      const scale = Math.min(1, across / video.videoWidth);
      canvas.width = video.videoWidth * scale;
      canvas.height = video.videoHeight * scale;
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = textIn(decodeQR, pen.getImageData(0, 0, canvas.width, canvas.height));
      const code = text === null ? null : codeIn(text);
      if (code) return code;
      if (text !== null) say("OTHER");
      await new Promise((done) => setTimeout(done, pause));
    }
  } catch (error) {
    if (!signal.aborted) say(error instanceof DOMException && error.name === "NotAllowedError" ? "REFUSED" : "FAILED");
  } finally {
    stop();
  }
  return null;
}

/** The text of the QR code in a picture; null where there is none. */
function textIn(decode: (picture: ImageData) => string, picture: ImageData): string | null {
  try {
    return decode(picture);
  } catch {
    return null;
  }
}

/** True if this document may ask for the camera: one that was opened on another page was told that it may not. */
export const mayFilm = () =>
  (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy?.allowsFeature("camera") ??
  true;
