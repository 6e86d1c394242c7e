import { join } from "node:path";
import { tables } from "./app.ts";
import { checkedLog } from "./domain/ground/moderation/log.queries.ts";
import { atTheDatabase } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { backupKeyOf } from "./platform/backup/archive.ts";
import { backup, ofSetting } from "./platform/backup/backup.ts";
import { upgrade } from "./platform/backup/upgrade.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { home } from "./platform/folders.ts";

/** `npm run upgrade`: with the site stopped, writes a backup, then makes the tables those of this version, all or none. */
asked("npm run upgrade -- [--empty]", {});

const wayBack = (before: string | null) => `npm run db:down -- ${before}${config.empty ? " --empty" : ""}`;

await atTheDatabase(async (url) => {
  const key = config.backupKey ? await backupKeyOf(config.backupKey) : null;
  const { file } = await backup(url, config.backupFolder ?? join(home(), "backups"), { key, ...ofSetting(config) });
  console.log(`A backup was written: ${file}`);
  try {
    const { made, before } = await upgrade(url, tables, async (manager) => {
      const { broken } = await checkedLog({ manager });
      if (broken) throw new Error(`line ${broken.number} of the log of moderation would not hold`);
    });
    console.log(made.length === 0 ? "The tables are those of this version already." : `Done: ${made.join(", ")}.`);
    if (made.length > 0) console.log(`The way back, in this version: ${wayBack(before)}`);
  } catch (error) {
    throw new Misconfigured(
      `Nothing was changed (${(error as Error).message}): go back to the version of before, which starts as it did.`,
    );
  }
}, "it runs on the tables that would change");
