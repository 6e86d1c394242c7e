import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { kindOf } from "./kind.ts";
import { withoutTraces } from "./picture.ts";

/** A chunk of a PNG. */
function chunk(type: string, data: Buffer | string) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of one pixel, with more chunks before and after its picture. */
const png = (before: Buffer[] = [], after: Buffer[] = []) =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.from("00000001000000010806000000", "hex")),
    ...before,
    chunk("IDAT", deflateSync(Buffer.alloc(5))),
    ...after,
    chunk("IEND", ""),
  ]);

const place = "48.45 N 4.25 W, Jeanne, 2012:06:20 10:00:00";
const exif = Buffer.concat([Buffer.from("4d4d002a00000008000000000000", "hex"), Buffer.from(place)]);

test.each([
  ["its Exif", chunk("eXIf", exif)],
  ["its words", chunk("tEXt", `Comment\0${place}`)],
  [
    "words that are compressed",
    chunk("zTXt", Buffer.concat([Buffer.from("Raw profile type exif\0\0"), deflateSync(place)])),
  ],
  ["words in any language", chunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${place}`)],
  ["who made it, as an editor signs it", chunk("caBX", place)],
  ["its time", chunk("tIME", Buffer.from("07dc06140a0000", "hex"))],
])("a PNG loses %s, wherever it stands, and stays the same picture", async (_, trace) => {
  for (const sent of [png([trace]), png([], [trace]), png([trace, trace], [trace])]) {
    expect(await kindOf(sent)).toBe("PNG");
    expect(withoutTraces(sent, "PNG")).toEqual(png());
  }
});

test("colours and density are part of a PNG", () => {
  const kept = png([
    chunk("gAMA", Buffer.from("0000b18f", "hex")),
    chunk("pHYs", Buffer.from("00000b1300000b1301", "hex")),
  ]);
  expect(withoutTraces(kept, "PNG")).toEqual(kept);
});

test("a PNG that says a chunk is longer than the file keeps nothing of what follows it", () => {
  const cut = Buffer.concat([png().subarray(0, 33), Buffer.from("7fffffff74455874", "hex"), Buffer.from(place)]);
  expect(withoutTraces(cut, "PNG").includes(place)).toBe(false);
});

const segment = (marker: string, data: Buffer | string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from(marker, "hex"), length, Buffer.from(data)]);
};
const exifSegment = segment("ffe1", Buffer.concat([Buffer.from("Exif\0\0"), exif]));
/** A JPEG in two scans, with what stands before its picture, between both scans, and after it. */
const jpeg = (before: Buffer[] = [], between: Buffer[] = [], after: Buffer[] = []) =>
  Buffer.concat([
    ...[Buffer.from("ffd8", "hex"), segment("ffe0", "JFIF\0"), ...before],
    ...[segment("ffe2", "ICC_PROFILE\0"), segment("ffda", "1"), Buffer.from("12ff00ffd034", "hex"), ...between],
    ...[segment("ffda", "2"), Buffer.from("56ffd9", "hex"), ...after],
  ]);

test.each([
  ["its Exif", exifSegment],
  ["its Exif behind a byte that fills the room", Buffer.concat([Buffer.from("ff", "hex"), exifSegment])],
  ["its comments", segment("fffe", place)],
  ["what its editor noted", segment("ffed", place)],
  ["what its telephone noted", segment("ffe2", `MPF\0${place}`)],
  ["a thumbnail of what it was cut from", segment("ffe0", `JFXX\0${place}`)],
])("a JPEG loses %s, before its picture and within it, and stays the same picture", async (_, trace) => {
  for (const sent of [jpeg([trace]), jpeg([], [trace]), jpeg([trace, trace], [trace])]) {
    expect(await kindOf(sent)).toBe("JPEG");
    expect(withoutTraces(sent, "JPEG")).toEqual(jpeg());
  }
});

test("a JPEG loses the second picture that a telephone hides behind it, with its place", async () => {
  const sent = jpeg([], [], [jpeg([exifSegment])]);
  expect(await kindOf(sent)).toBe("JPEG");
  expect(withoutTraces(sent, "JPEG")).toEqual(jpeg());
});

test("a WebP keeps its picture and its colours alone", async () => {
  const part = (type: string, data: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), size, Buffer.from(data)]);
  };
  const webp = (...parts: Buffer[]) => part("RIFF", `WEBP${Buffer.concat(parts).toString("latin1")}`);
  const shownParts = [part("ICCP", "sRGB"), part("VP8 ", "0123")];
  const sent = webp(...shownParts, part("EXIF", place + place), part("C2PA", place + place));
  expect(await kindOf(sent)).toBe("WEBP");
  expect(withoutTraces(sent, "WEBP")).toEqual(webp(...shownParts));
});
