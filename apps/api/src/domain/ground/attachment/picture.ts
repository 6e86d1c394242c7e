/**
 * A picture without what a camera or an editor adds to it: where it was taken, when, by which machine, by whom. What is
 * kept is named, so that what nobody knew of yet goes.
 */
export const withoutTraces = (file: Buffer, kind: string): Buffer =>
  kind === "JPEG"
    ? jpegWithoutTraces(file)
    : kind === "PNG"
      ? pngWithoutTraces(file)
      : kind === "WEBP"
        ? webpWithoutTraces(file)
        : file;

/** Reads the orientation from Exif, null for none: it is kept, since a photographed letter is read. */
function orientationOf(segment: Buffer): number | null {
  if (segment.length < 26 || segment.toString("latin1", 4, 8) !== "Exif") return null;
  const tiff = segment.subarray(10);
  const little = tiff.subarray(0, 2).toString("latin1") === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(short(start), 100); entry++)
    if (short(start + 2 + 12 * entry) === 0x0112) return short(start + 10 + 12 * entry);
  return null;
}

/** Exif that says which way up a picture is, and nothing else. */
const exifOf = (orientation: number) =>
  Buffer.from(
    `ffe100224578696600004d4d002a0000000800010112000300000001${orientation.toString(16).padStart(4, "0")}000000000000`,
    "hex",
  );

/** Segments of applications that say how a JPEG is shown, by the words they begin with: its size and density, its colours. */
const shown: Readonly<Record<number, string>> = { 0xe0: "JFIF", 0xe2: "ICC_PROFILE", 0xee: "Adobe" };

/** End of the coded picture that begins at an offset: the next marker. A byte 0xff of the picture itself is marked so. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1]!;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}

function jpegWithoutTraces(file: Buffer): Buffer {
  const kept: Buffer[] = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length) {
    const marker = file[at + 1]!;
    // Bytes that fill the room before a marker.
    if (file[at] !== 0xff || marker === 0xff) {
      at++;
      continue;
    }
    // The picture ends here: a second one that telephones hide behind it, with its own Exif, goes.
    if (marker === 0xd9) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at, end);
    const orientation = marker === 0xe1 ? orientationOf(segment) : null;
    if (orientation && orientation > 1 && orientation < 9) kept.push(exifOf(orientation));
    const words = shown[marker];
    const isTrace =
      marker >= 0xe0 && marker <= 0xef && !(words && segment.toString("latin1", 4, 4 + words.length) === words);
    if (!isTrace && marker !== 0xfe) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    at = endOfScan(file, end);
    kept.push(file.subarray(end, at));
  }
  return Buffer.concat([...kept, Buffer.from("ffd9", "hex")]);
}

/** Parts of a PNG beside those that it cannot be shown without: its colours, its density, its movement. */
const partsOfPng = new Set(
  "cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST tRNS pHYs sPLT acTL fcTL fdAT".split(" "),
);

function pngWithoutTraces(file: Buffer): Buffer {
  const kept: Buffer[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.subarray(at + 4, at + 8).toString("latin1");
    if (/^[A-Z]/.test(type) || partsOfPng.has(type)) kept.push(file.subarray(at, end));
    // Nothing that is hidden behind the picture is kept.
    if (type === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

const partsOfWebp = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);

function webpWithoutTraces(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= file.length) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const type = file.subarray(at, at + 4).toString("latin1");
    const part = Buffer.from(file.subarray(at, end));
    // The extended header says what follows: no Exif and no XMP any more.
    if (type === "VP8X" && part.length > 8) part[8]! &= ~0x0c;
    if (partsOfWebp.has(type)) kept.push(part);
    at = end;
  }
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...kept]);
}
