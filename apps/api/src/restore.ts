import { readFileSync } from "node:fs";
import { erases, erasuresFile, tables } from "./app.ts";
import { atTheDatabase } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { backupKeyOf } from "./platform/backup/archive.ts";
import { checkedBackup, restore } from "./platform/backup/restore.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { alone } from "./platform/data/alone.ts";
import { keepErasures } from "./platform/erasures.ts";

/** `npm run restore -- FILE [--key FILE] [--lost-secret]`: fills an empty database from a backup that it checks first. */
const { positionals, values } = asked(
  "npm run restore -- FILE [--empty] [--key KEY] [--lost-secret]",
  { key: { type: "string" }, "lost-secret": { type: "boolean" } },
  1,
);

await atTheDatabase(async (url) => {
  const [file] = positionals;
  if (!file) throw new Misconfigured("Say which file to restore, as in npm run restore -- FILE.");
  const checked = await checkedBackup(file, values.key ? await backupKeyOf(readFileSync(values.key, "utf8")) : null);
  try {
    const again = await alone(
      url,
      "a restore fills a database that no site serves",
      url === config.databaseUrl,
      async () => {
        const database = await restore(url, checked, tables, { lostSecret: values["lost-secret"] });
        const done = await keepErasures(database, erasuresFile(), erases);
        await database.destroy();
        return done.again;
      },
    );
    const rows = checked.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${checked.manifest.madeAt} are back; ${again} erasures of since were done again.`);
  } finally {
    checked.close();
  }
});
