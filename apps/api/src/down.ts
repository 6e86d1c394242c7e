import { join } from "node:path";
import { tables } from "./app.ts";
import { atTheDatabase } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { backupKeyOf } from "./platform/backup/archive.ts";
import { backup, ofSetting } from "./platform/backup/backup.ts";
import { down } from "./platform/backup/down.ts";
import { config } from "./platform/config.ts";
import { home } from "./platform/folders.ts";

/**
 * `npm run db:down -- NAME`: with the site stopped, writes a backup, then makes the tables those of before, back to the
 * migration of this name, which stays; the last one alone without a name. Then the version of before is started.
 */
const { positionals } = asked("npm run db:down -- [NAME] [--empty]", {}, 1);

await atTheDatabase(async (url) => {
  const key = config.backupKey ? await backupKeyOf(config.backupKey) : null;
  const kept = async () => {
    const { file } = await backup(url, config.backupFolder ?? join(home(), "backups"), { key, ...ofSetting(config) });
    console.log(`A backup was written: ${file}`);
  };
  const back = await down(url, tables, positionals[0] ?? null, kept);
  console.log(back.length === 0 ? "Nothing was made since." : `Taken back: ${back.join(", ")}.`);
}, "it runs on the tables that would change");
