import { readFileSync } from "node:fs";
import { join } from "node:path";
import { atTheDatabase } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { backupKeyOf } from "./platform/backup/archive.ts";
import { backup, ofSetting } from "./platform/backup/backup.ts";
import { config } from "./platform/config.ts";
import { home } from "./platform/folders.ts";

/** `npm run backup -- [FOLDER] [--key FILE]`: writes a backup, while the site runs or not. */
const { positionals, values } = asked("npm run backup -- [FOLDER] [--key KEY]", { key: { type: "string" } }, 1);

await atTheDatabase(async (url) => {
  const words = values.key ? readFileSync(values.key, "utf8") : config.backupKey;
  const folder = positionals[0] ?? config.backupFolder ?? join(home(), "backups");
  const key = words ? await backupKeyOf(words) : null;
  const { file, manifest } = await backup(url, folder, { key, ...(positionals[0] ? {} : ofSetting(config)) });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${file}: ${rows} rows of ${manifest.tables.length} tables.`);
  console.log(`Keep the secret and the file “erasures” of ${home()} apart from it: a restore asks for both.`);
});
