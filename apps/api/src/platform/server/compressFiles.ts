import { existsSync, renameSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const kinds = {
  br: (content: Buffer) => promisify(brotliCompress)(content, best),
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
};

/**
 * Compresses each of these files once, at the best level, but those that are so by themselves. Half of what a build
 * takes: a site that starts serves its files as they are meanwhile, `lanes` at a time being compressed.
 */
export async function compressFiles(files: string[], lanes: number) {
  const waiting = files.filter((file) => /\.(js|css|svg)$/.test(file));
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await compressed(file);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Written beside, then named: half a file is never served. */
async function compressed(file: string) {
  for (const [kind, compress] of Object.entries(kinds)) {
    if (existsSync(`${file}.${kind}`)) continue;
    const made = `${file}.${kind}.${process.pid}`;
    await writeFile(made, await compress(await readFile(file)));
    renameSync(made, `${file}.${kind}`);
  }
}
