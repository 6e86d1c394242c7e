/** All the rows of a file are tried before any is brought: a short file at once, a long one apart from any request. */
import type { DataSource, EntityManager } from "typeorm";
import { type Checked, trial } from "./check.ts";
import { type Brought, foreseen, rowsAfter } from "./rows.queries.ts";
import { mapOf } from "./mapping.ts";
import { placerOf, type World } from "./placing.ts";
import { type TextImport, type TextImportMapping, TextImports } from "./textImport.entity.ts";
import { themeOf, worldOf } from "./world.ts";

/** Most rows that are tried within a request; so many are read together. */
export const triedAtOnce = 2000;
const piece = 1000;

/** True while all its rows are being tried, apart. */
export const isTrying = ({ state, mapping, checked, columns }: TextImport) =>
  state === "TO_MAP" && mapping !== null && checked === null && columns.length > 0;

/** Tries all the rows of an import, by pieces; null where it was stopped. */
export async function tryAll(
  db: EntityManager,
  it: TextImport,
  mapping: TextImportMapping,
  world: World,
  goOn = () => true,
): Promise<Checked | null> {
  const tried = trial(placerOf(mapOf(mapping, await themeOf(db, it)), world));
  const all: Brought = { written: 0, changed: 0, unchanged: 0, leftAsIs: 0 };
  let cursor = 0;
  while (goOn()) {
    const rows = await rowsAfter(db, it.id, cursor, piece);
    if (rows.length === 0) return { ...tried.end(), foreseen: all };
    const some = await foreseen(db, tried.take(rows));
    for (const [kind, count] of Object.entries(some)) all[kind as keyof Brought] += count;
    cursor = rows.at(-1)!.line;
  }
  return null;
}

/** Tries the long files that wait for it; how many were. One whose reading was changed meanwhile is tried again. */
export async function tryTexts({ manager: db }: DataSource, goOn = () => true): Promise<number> {
  const waiting = await db.query<{ id: string }[]>(
    `select id from text_import where state = 'TO_MAP' and mapping is not null and checked is null and columns <> '[]'
     order by id limit 10`,
  );
  for (const { id } of waiting) {
    const it = await db.findOneBy(TextImports, { id });
    if (!it || !isTrying(it)) continue;
    const checked = await tryAll(db, it, it.mapping!, await worldOf(db), goOn);
    if (!checked) break;
    await db.query(
      "update text_import set checked = $2 where id = $1 and state = 'TO_MAP' and checked is null and mapping = $3",
      [id, JSON.stringify(checked), JSON.stringify(it.mapping)],
    );
  }
  return waiting.length;
}
