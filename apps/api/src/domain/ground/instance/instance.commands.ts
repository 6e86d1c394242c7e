import { instanceFields } from "@cahier/schema/ground/instance.fields";
import type { Complete, Forgotten } from "@cahier/schema/fields";
import { colourFrom, isReadable, readableTone } from "@cahier/schema/text/colour";
import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type {
  EditInstanceInput,
  InstanceFieldsInput,
  RemoveLogoInput,
  TryMailInput,
} from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { changesBetween, readFields } from "../../../platform/fields.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { authorize, type ProblemFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isEmail } from "../../../platform/text/text.ts";
import { kindOf } from "../attachment/kind.ts";
import { withoutTraces } from "../attachment/picture.ts";
import { Persons } from "../person/person.entity.ts";
import { speakAll } from "../person/person.writes.ts";
import { nameListsIn } from "../theme/nameLists.ts";
import { type Instance, InstanceLogos, Instances } from "./instance.entity.ts";
import { instancePolicy } from "./instance.policy.ts";
import { instanceOf, onlyLanguage } from "./instance.queries.ts";

/** An input that no field keeps would be accepted and thrown away: it does not compile. */
export type NothingForgotten = Complete<Forgotten<InstanceFieldsInput, typeof instanceFields>>;

/** Keeps what the instance says of itself; all that is wrong is refused at once, each at its field. */
export async function editInstance({ db, viewer, now, record }: Transaction, input: EditInstanceInput) {
  authorize(instancePolicy.run(viewer));
  const before = await heldInstance(db);
  const sheet = sheetOf(input.fields, before);
  const changed = changesBetween(instanceFields, before, sheet);
  // Saved already, as by a first try whose answer was lost.
  if (changed.length === 0) return { instance: before };
  checkVersion(before, input.version);
  const editedOn = (name: "legalText" | "privacyText", was: string | null) =>
    changed.includes(name) ? (sheet[name] ? dayOf(now) : null) : was;
  const row: Instance = {
    ...before,
    ...sheet,
    legalEditedOn: editedOn("legalText", before.legalEditedOn),
    privacyEditedOn: editedOn("privacyText", before.privacyEditedOn),
    version: before.version + 1,
  };
  await db.upsert(Instances, row, ["id"]);
  const only = onlyLanguage[row.languages];
  if (changed.includes("languages")) {
    if (only) await speakAll(db, only);
    await nameListsIn(db, only ?? "fr");
  }
  await record("instance.edited", row, { changed });
  return { instance: row };
}

function sheetOf(input: InstanceFieldsInput, before: Instance) {
  const problems: ProblemFound[] = [];
  const sheet = readFields(instanceFields, input, before, problems);
  for (const field of ["contact", "senderAddress"] as const)
    if (sheet[field] && !isEmail(sheet[field])) problems.push({ code: "NOT_AN_EMAIL", field });
  if (/[<>"\r\n]/.test(sheet.senderName ?? "")) problems.push({ code: "UNREADABLE_TEXT", field: "senderName" });
  const accent = sheet.accent && colourFrom(sheet.accent);
  if (sheet.accent && !accent) problems.push({ code: "NOT_A_COLOUR", field: "accent" });
  else if (accent && !isReadable(accent))
    problems.push({ code: "TOO_PALE", field: "accent", value: readableTone(accent).toUpperCase() });
  if (problems.length > 0) throw new Refusal(problems);
  return { ...sheet, accent };
}

/** Keeps a picture on top of each page, without what a camera adds to it. A drawing in SVG may hold programs: refused. */
export async function keepLogo({ db, viewer, record }: Transaction, sent: Buffer) {
  authorize(instancePolicy.run(viewer));
  const kind = await kindOf(sent);
  if (kind !== "PNG" && kind !== "JPEG") throw new Refusal("NOT_A_PICTURE", "logo");
  const bytes = withoutTraces(sent, kind);
  const logoDigest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const before = await heldInstance(db);
  if (before.logoDigest === logoDigest) return { instance: before };
  const row: Instance = { ...before, logoDigest, version: before.version + 1 };
  await db.upsert(Instances, row, ["id"]);
  await db.upsert(InstanceLogos, { id: row.id, kind, bytes }, ["id"]);
  await record("instance.logoKept", row, { kind });
  return { instance: row };
}

export async function removeLogo({ db, viewer, record }: Transaction, { version }: RemoveLogoInput) {
  authorize(instancePolicy.run(viewer));
  const before = await heldInstance(db);
  if (!before.logoDigest) return { instance: before };
  checkVersion(before, version);
  const row: Instance = { ...before, logoDigest: null, version: before.version + 1 };
  await db.delete(InstanceLogos, { id: row.id });
  await db.update(Instances, row.id, { logoDigest: null, version: row.version });
  await record("instance.logoRemoved", row);
  return { instance: row };
}

/** Says who is written to, once a mail can leave at all: the viewer where nobody is named. */
export async function recipientOfTrial({ db, viewer }: Transaction, input: TryMailInput) {
  authorize(instancePolicy.run(viewer));
  const self = input.to ? null : await db.findOneBy(Persons, { id: viewer.id! });
  const to = input.to?.trim() ?? self?.email ?? "";
  if (!isEmail(to)) throw new Refusal("NOT_AN_EMAIL", "to");
  if (!sendsMail(config)) throw new Refusal("NO_MAIL_SERVER", "to");
  return to;
}

/** The instance, nobody else writing it until the end of the transaction. */
export async function heldInstance(db: EntityManager) {
  await db.query("select pg_advisory_xact_lock(hashtext('instance'))");
  return instanceIn(db);
}

/** As this transaction sees it. */
export async function instanceIn(db: EntityManager): Promise<Instance> {
  const [row] = await db.find(Instances, { take: 1 });
  return row ?? instanceOf(db);
}

function checkVersion(before: Instance, version: number) {
  refuseStale(before, version);
}
