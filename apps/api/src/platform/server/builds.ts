/**
 * A page that is open asks for the files of the build it came from: those of former builds are served for a week more,
 * and a process that was started before goes on finding the pages that it has not rendered yet.
 */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";

const week = 7 * 24 * 3_600_000;

/** Folders of a build whose files are named after what is in them. */
export const assetFolders = ["client/assets", "english/assets", "team/assets"];

/** The folder that files of former builds are served from. */
export const formerFolder = "former";

/** Puts a build made aside in the place of the one in use, whose files stay beside it for a week. */
export function swapBuilds(dist: string, next: string, now = Date.now()) {
  const former = join(next, formerFolder);
  mkdirSync(former, { recursive: true });
  keep(join(dist, formerFolder), former, now);
  for (const folder of assetFolders) {
    // Files of the build in use count as young, however long ago they were made.
    for (const file of filesIn(join(dist, folder))) utimesSync(join(dist, folder, file), now / 1000, now / 1000);
    keep(join(dist, folder), former, now);
  }
  keep(join(dist, "server/assets"), join(next, "server/assets"), now);
  const out = `${dist}-out`;
  rmSync(out, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, out);
  renameSync(next, dist);
  rmSync(out, { recursive: true, force: true });
}

/**
 * Keeps the files of a build that came in an archive, beside the data: the archive that takes its place goes on serving
 * them for a week.
 */
export function keepServed(dist: string, kept: string, now = Date.now()) {
  mkdirSync(kept, { recursive: true });
  for (const folder of assetFolders)
    for (const file of filesIn(join(dist, folder))) {
      const to = join(kept, file);
      if (!existsSync(to)) copyFileSync(join(dist, folder, file), to);
      utimesSync(to, now / 1000, now / 1000);
    }
  for (const file of filesIn(kept)) if (now - statSync(join(kept, file)).mtimeMs >= week) rmSync(join(kept, file));
}

/** The files of a folder that are young enough, beside those of another one. */
function keep(from: string, to: string, now: number) {
  for (const file of filesIn(from))
    if (now - statSync(join(from, file)).mtimeMs < week && !existsSync(join(to, file)))
      linkSync(join(from, file), join(to, file));
}

/** Names of the files of a folder; none if it is not there. */
export const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
