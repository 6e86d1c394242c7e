/** A picture without what a camera adds to it: where it was taken, when, by which machine. */
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
  if (segment.subarray(4, 8).toString("latin1") !== "Exif" || segment.length < 26) return null;
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

function jpegWithoutTraces(file: Buffer): Buffer {
  const kept: Buffer[] = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1]!;
    // From here on it is the picture itself.
    if (marker === 0xda) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at, end);
    const orientation = marker === 0xe1 ? orientationOf(segment) : null;
    if (orientation && orientation > 1 && orientation < 9) kept.push(exifOf(orientation));
    // Its size and density, colours, and how they are coded.
    const isTrace = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);
    if (!isTrace) kept.push(segment);
    at = end;
  }
  return Buffer.concat([...kept, file.subarray(at)]);
}

const told = new Set(["tEXt", "iTXt", "zTXt", "eXIf", "tIME"]);

function pngWithoutTraces(file: Buffer): Buffer {
  const kept: Buffer[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.subarray(at + 4, at + 8).toString("latin1");
    if (!told.has(type)) kept.push(file.subarray(at, end));
    // Nothing that is hidden behind the picture is kept.
    if (type === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

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
    if (type !== "EXIF" && type !== "XMP ") kept.push(part);
    at = end;
  }
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...kept]);
}
