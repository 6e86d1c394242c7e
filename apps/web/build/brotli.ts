import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Files compressed once, at the best level, on every core, and served as they are. */
export const precompressed = (): Plugin => ({
  name: "precompressed",
  apply: "build",
  applyToEnvironment: ({ name }) => name !== "ssr",
  async writeBundle({ dir }) {
    const assets = join(dir!, "assets");
    const names = readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file));
    await Promise.all(
      names.map(async (name) => {
        const content = readFileSync(join(assets, name));
        const [br, gz] = await Promise.all([
          promisify(brotliCompress)(content, best),
          promisify(gzip)(content, { level: 9 }),
        ]);
        writeFileSync(join(assets, `${name}.br`), br);
        writeFileSync(join(assets, `${name}.gz`), gz);
      }),
    );
  },
});
