import { backupNights } from "@cahier/schema/retention";
import type { DataSource } from "typeorm";
import type { Config } from "../config.ts";
import { connected } from "../data/postgres.ts";
import { log } from "../log.ts";
import { backupKeyOf } from "./archive.ts";
import { makeFolder } from "../folders.ts";
import { backup, backupName, backupsIn, keepNewest, ofSetting } from "./backup.ts";

/** Writes the backup of the day where the operator asked for one, unless it is there; one process does, the others let it. */
export async function nightlyBackup(
  database: DataSource,
  { backupFolder: folder, backupKey, directUrl }: Pick<Config, "backupFolder" | "backupKey" | "directUrl">,
  now = new Date(),
) {
  if (!folder) return;
  const named = ofSetting({ backupFolder: folder }).named!;
  await makeFolder(folder, named, 0o700);
  const ofToday = backupName(now).slice(0, "backup-2026-11-27".length);
  const isThere = async () => (await backupsIn(folder)).some((name) => name.startsWith(ofToday));
  if (await isThere()) return;
  // Not by a pool of connections: it would keep the lock once we are done, and the time limit of its connections.
  const url = directUrl ?? (database.options as { url: string }).url;
  await connected(url, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(716) as mine");
    if (!rows[0]!.mine || (await isThere())) return;
    const key = backupKey ? await backupKeyOf(backupKey) : null;
    const { file } = await backup(url, folder, { key, now, named });
    await keepNewest(folder, backupNights);
    log.note("backup", { file });
  });
}
