import type { EntityManager } from "typeorm";
import { Refusal } from "../refusal.ts";
import { countTries, type Tries, secondsToWait } from "./rateLimit.ts";

/**
 * Most that anybody may write in an hour: from one address, behind which a whole meeting may sit, and to one thing, so that
 * nobody fills the room of the others: to one, there is room for two addresses at least. What was refused, or sent again,
 * does not count.
 */
export const quotas = {
  response: { fromOne: 600, toOne: 20_000 },
  draft: { fromOne: 600, toOne: 20_000 },
  reaction: { fromOne: 300, toOne: 600 },
  rating: { fromOne: 1200, toOne: 3000 },
  supply: { fromOne: 300, toOne: 600 },
  amendment: { fromOne: 120, toOne: 240 },
  /** To one: whoever registers them. */
  organisation: { fromOne: 60, toOne: 10 },
  initiative: { fromOne: 60, toOne: 600 },
  attendance: { fromOne: 300, toOne: 3000 },
  agendaRequest: { fromOne: 120, toOne: 240 },
  report: { fromOne: 120, toOne: 300 },
  correction: { fromOne: 300, toOne: 600 },
  address: { fromOne: 120, toOne: 600 },
  watch: { fromOne: 120, toOne: 600 },
} as const;

export type Written = keyof typeof quotas;

/** A kind of thing that an act wrote, and the subject it wrote to. */
export type Spent = [written: Written, subjectId: string];

/**
 * Counts what an act wrote, with other tries of this hour in the same statement: answers with the windows of these. It
 * comes last in a transaction, so that those who write together do not wait.
 */
export async function spend(db: EntityManager, address: string | null, spent: Spent[], others: Tries[] = []) {
  const own = spent.flatMap(([name, subjectId]) => [
    { name, key: `to one ${subjectId}`, times: 1, most: quotas[name].toOne },
    ...(address === null ? [] : [{ name, key: `from one ${address}`, times: 1, most: quotas[name].fromOne }]),
  ]);
  const windows = await countTries(db, 3600, [...own, ...others]);
  const wait = Math.max(0, ...own.map(({ most }, at) => secondsToWait(windows[at]!, most)));
  if (wait) throw new Refusal("TOO_MUCH_WRITTEN", null, String(wait));
  return windows.slice(own.length);
}

/** An address as it is counted: in IPv6 by the /64 that a household is given, and changes within at will. */
export function addressKey(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  const [head = "", tail] = ip.split("%")[0]!.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
