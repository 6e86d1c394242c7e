import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { fromBuffer } from "yauzl";

/** Path of LibreOffice; undefined on a machine without it. */
const libreOffice = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((file) => existsSync(file));

/** True if LibreOffice is there with the part that lives in this library: machines may have one without the others. */
const has = (part: string) => !!libreOffice && existsSync(join(dirname(realpathSync(libreOffice)), part));

/** True if LibreOffice has its spreadsheets. */
export const hasCalc = has("libsclo.so");

/** True if LibreOffice has its word processor. */
export const hasWriter = has("libswlo.so");

/** True if LibreOffice has its slides. */
export const hasImpress = has("libsdlo.so");

/** A spreadsheet as LibreOffice reads it: the cells of each sheet, by the name of the sheet. */
export async function asLibreOfficeReads(file: Buffer, extension: string): Promise<Record<string, string[][]>> {
  // `;`, quotes, UTF-8, from the first line, cells as they are shown, every sheet.
  const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";
  const sheets = await converted(file, extension, filter);
  return Object.fromEntries(
    Object.entries(sheets).map(([name, sheet]) => [
      name.slice("it-".length, -".csv".length),
      parse(sheet, { delimiter: ";", relax_column_count: true }),
    ]),
  );
}

/** A text document as LibreOffice reads it: all of it as one OpenDocument file. */
export async function asWriterReads(file: Buffer, extension: string): Promise<Element> {
  const { "it.fodt": read } = await converted(file, extension, "fodt");
  return parsed(read!.toString());
}

/** A deck as LibreOffice reads it: all of it as one OpenDocument file. */
export async function asImpressReads(file: Buffer, extension: string): Promise<Element> {
  const { "it.fodp": read } = await converted(file, extension, "fodp");
  return parsed(read!.toString());
}

/** Profile folders of LibreOffice, one a worker: its first start takes four times as long as the next ones. */
const profiles = (run: number) => `office-${run}-`;
const profile = join(tmpdir(), `${profiles(process.ppid)}${process.pid}`);

/** Removes what the workers of this process left. */
export function removeProfiles() {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(profiles(process.pid))))
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

/** One at a time: a second LibreOffice would hand its file to the first. */
let before: Promise<unknown> = Promise.resolve();

/** Files that LibreOffice converts a file into, by name. */
function converted(...asked: Parameters<typeof convertedAlone>) {
  const now = before.then(() => convertedAlone(...asked));
  before = now.catch(() => {});
  return now;
}

async function convertedAlone(file: Buffer, extension: string, filter: string): Promise<Record<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    writeFileSync(join(folder, `it.${extension}`), file);
    await promisify(execFile)(
      libreOffice!,
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        folder,
        join(folder, `it.${extension}`),
      ],
      { env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" } },
    );
    const made = readdirSync(folder).filter((name) => name.endsWith(`.${filter.split(":")[0]}`));
    return Object.fromEntries(made.map((name) => [name, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of an archive, by their names, in their order. */
export async function unzipped(file: Buffer): Promise<Record<string, Buffer>> {
  const archive = await promisify<Buffer, object, any>(fromBuffer as never)(file, { lazyEntries: true });
  const found: Record<string, Buffer> = {};
  return new Promise((resolve, reject) => {
    archive.on("error", reject);
    archive.on("end", () => resolve(found));
    archive.on("entry", (entry: { fileName: string }) => {
      archive.openReadStream(entry, (error: Error | null, stream: NodeJS.ReadableStream) => {
        if (error) return reject(error);
        buffer(stream).then((content) => {
          found[entry.fileName] = content;
          archive.readEntry();
        }, reject);
      });
    });
    archive.readEntry();
  });
}

/** An element of a document, as far as sheets need it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** A document, refused where it is not well-formed. */
export function parsed(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on("closetag", () => stack.pop());
  parser.on("text", (text) => stack.at(-1)!.children.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

/** Every element of a name within another one. */
export const within = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === name ? [child] : within(child, name),
  );

/** The words of an element. */
export const wordsOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
