import { backupNights } from "@cahier/schema/retention";
import { mkdirSync } from "node:fs";
import type { DataSource } from "typeorm";
import type { Config } from "../config.ts";
import { connected } from "../data/postgres.ts";
import { log } from "../log.ts";
import { backupKeyOf } from "./archive.ts";
import { backup, backupName, backupsIn, keepNewest } from "./backup.ts";

/** Writes the backup of the day where the operator asked for one, unless it is there; one process does, the others let it. */
export async function nightlyBackup(
  database: DataSource,
  { backupFolder: folder, backupKey }: Pick<Config, "backupFolder" | "backupKey">,
  now = new Date(),
) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ofToday = backupName(now).slice(0, "backup-2026-11-27".length);
  if (backupsIn(folder)[0]?.startsWith(ofToday)) return;
  const { url } = database.options as { url: string };
  await connected(url, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(716) as mine");
    if (!rows[0]!.mine || backupsIn(folder)[0]?.startsWith(ofToday)) return;
    const { file } = await backup(url, folder, { key: backupKey ? await backupKeyOf(backupKey) : null, now });
    keepNewest(folder, backupNights);
    log.note("backup", { file });
  });
}
