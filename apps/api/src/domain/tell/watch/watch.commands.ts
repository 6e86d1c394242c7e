import { kept, secondsOf } from "@cahier/schema/retention";
import { createHash, randomBytes } from "node:crypto";
import { type EntityManager, MoreThan } from "typeorm";
import type { ChangeWatchInput, StopWatchingInput, WatchInput } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { isEmail, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { subjectOf } from "./subject.queries.ts";
import { WatchRequests } from "./watch.entity.ts";
import { keyOf, watcherBy } from "./watch.key.ts";
import { askToConfirm } from "./watch.mail.ts";
import { dropWatch, keepWatch, silence, watcherOfAccount, watcherOfAddress } from "./watch.writes.ts";

const newToken = () => randomBytes(24).toString("base64url");
const digestOf = (token: string) => createHash("sha256").update(token.slice(0, 100)).digest("base64url");

/** The journal says that it happened; neither who follows, nor what. */
const said = ({ db, now }: Pick<Transaction, "db" | "now">, event: string) => recorder(db, visitor, now)(event);

/** Asked for again within so long it is a second try; later it is meant. */
const sameTry = 5 * 60_000;
const lives = secondsOf(kept.watchRequest.after!) * 1000;

/** Links that one address is sent in an hour, whoever asks for them. */
const links = limiter({ name: "watch links", most: 6, seconds: 3600 });

/** Follows something: an account at once; an address by the link that goes to it, and nothing of it is kept before. */
export async function watch(act: Act, input: WatchInput) {
  const { db, viewer, now, count } = act;
  const { kind, pace, language } = input;
  const subject = isId(input.id) ? await subjectOf(db, kind, input.id.toLowerCase()) : null;
  if (!subject) throw new Refusal("GONE", "id");
  if (!sendsMail(config)) throw new Refusal("NOT_NOW", null);
  if (viewer.id !== null) {
    const watcher = await watcherOfAccount(db, viewer.id, viewer.language, now);
    if (await keepWatch(db, watcher.id, { kind, subjectId: subject.id, pace }, now)) await said(act, "watch.kept");
    return { asked: false };
  }
  const address = neededText(input.email ?? "", "email", 254).toLowerCase();
  if (!isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "email");
  const same = { address, kind, subjectId: subject.id, pace };
  // Its link is on its way: a second try sends no other.
  if (await db.existsBy(WatchRequests, { ...same, expiresAt: MoreThan(new Date(now.getTime() + lives - sameTry)) }))
    return { asked: true };
  const wait = await links(db, address);
  if (wait) throw new Refusal("TOO_MUCH_WRITTEN", null, String(wait));
  const token = newToken();
  await db.insert(WatchRequests, {
    ...{ digest: digestOf(token), language, ...same },
    expiresAt: new Date(now.getTime() + lives),
  });
  await askToConfirm(db, address, language, subject, pace, token);
  count("watch", subject.id);
  return { asked: true };
}

/** Outcome of a press on the link that confirms an address. */
export type Confirmed = { key: string } | "EXPIRED" | "SERVED" | "UNKNOWN";

/** Confirms an address by its link, which serves once. */
export async function confirmWatch(db: EntityManager, token: string, now: Date): Promise<Confirmed> {
  const digest = digestOf(token);
  const asked = await db.findOne(WatchRequests, { where: { digest }, lock: { mode: "pessimistic_write" } });
  if (!asked) return "UNKNOWN";
  if (asked.address === null) return "SERVED";
  if (asked.expiresAt <= now) return "EXPIRED";
  await db.update(WatchRequests, digest, { address: null });
  const watcher = await watcherOfAddress(db, asked.address, asked.language, now);
  const { kind, subjectId, pace } = asked;
  await keepWatch(db, watcher.id, { kind, subjectId, pace }, now);
  await said({ db, now }, "watch.confirmed");
  return { key: keyOf(watcher.id) };
}

/** Changes how soon one is told, or lets go. */
export async function changeWatch(tx: Transaction, { key, kind, id, pace }: ChangeWatchInput) {
  const { db, viewer, now } = tx;
  const watcher = await watcherBy(db, viewer, key);
  // An address that let go of the last of it is erased: a second try finds it so.
  if (watcher === null && !pace) return { watching: { id: "", byKey: key ?? null } };
  if (!watcher) throw new Refusal("UNKNOWN_RECEIPT", "key");
  const subjectId = isId(id) ? id.toLowerCase() : "";
  if (!subjectId) throw new Refusal("GONE", "id");
  if (pace && !(await subjectOf(db, kind, subjectId))) throw new Refusal("GONE", "id");
  const changed = pace
    ? await keepWatch(db, watcher.id, { kind, subjectId, pace }, now)
    : await dropWatch(db, watcher.id, kind, subjectId);
  if (changed) await said(tx, pace ? "watch.changed" : "watch.dropped");
  return { watching: { id: watcher.id, byKey: key ?? null } };
}

/** Ends all mails of what one follows; said again, it finds nothing to end. */
export async function stopWatching(tx: Transaction, { key }: StopWatchingInput) {
  const { db, viewer } = tx;
  const watcher = await watcherBy(db, viewer, key);
  if (watcher === undefined) throw new Refusal("UNKNOWN_RECEIPT", "key");
  const stopped = watcher !== null && (await silence(db, watcher));
  if (stopped) await said(tx, "watch.stopped");
  return { stopped };
}
