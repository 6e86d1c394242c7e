import { limits } from "@cahier/schema/limits";
import type {
  EraseSheetInput,
  FillTemplateInput,
  PublishSheetInput,
  SaveSheetInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { hashOf } from "../../../platform/canonical.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { type Document, Documents, DocumentVersions } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";
import { answersIn, changeIn, documentHeld } from "./document.writes.ts";
import { writeServed } from "./served.ts";

const titleIn = (typed: string) => neededLine(typed, "title", limits["document.title"]);

/** Begins a sheet from a template; sent again, it is the one that is there. */
export async function fillTemplate(tx: Transaction, input: FillTemplateInput) {
  const { db, viewer, record, now } = tx;
  authorize(documentPolicy.addSome(viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const there = await db.findOneBy(Documents, { id });
  if (there) {
    authorize(documentPolicy.change(viewer, there));
    return { document: there };
  }
  const template = isId(input.templateId)
    ? await db.findOneBy(Documents, { id: input.templateId.toLowerCase(), kind: "TEMPLATE" })
    : null;
  if (!template) throw new Refusal("GONE", "templateId");
  const group = await db.findOneBy(WorkingGroups, { slug: input.group.replaceAll("\0", "") });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(documentPolicy.add(viewer, group.id));
  const title = titleIn(input.title);
  const row = {
    id,
    slug: await freeSlug(db, Documents, title, "fiche"),
    groupId: group.id,
    kind: "SHEET" as const,
    title,
    purpose: template.purpose,
    version: 0,
    publishedOn: dayOf(now),
    sections: template.sections,
    templateId: template.id,
    answers: answersIn(template.sections, input.answers),
  };
  if (await insertOnce(db, Documents, row)) {
    await writeServed(db, id, [input.serves]);
    await record("document.begun", id, { template: template.id });
  }
  return { document: await db.findOneByOrFail(Documents, { id }) };
}

/** The sheet, held. */
async function sheetHeld(tx: Transaction, id: string): Promise<Document> {
  authorize(documentPolicy.addSome(tx.viewer));
  const sheet = await documentHeld(tx, id);
  if (sheet.kind !== "SHEET") throw new Refusal("WRONG_KIND", "id");
  return sheet;
}

function refuseOther(sheet: Document, revision: number) {
  if (sheet.revision !== revision)
    throw new Refusal("STALE", "revision", String(sheet.revision)).with({ current: sheet });
}

/** Saves a sheet as it is being filled. */
export async function saveSheet(tx: Transaction, input: SaveSheetInput) {
  const { db } = tx;
  const sheet = await sheetHeld(tx, input.id);
  const words = { title: titleIn(input.title), answers: answersIn(sheet.sections, input.answers) };
  if (saysAlready(sheet, words)) return { document: sheet };
  refuseOther(sheet, input.revision);
  const change = { ...words, revision: sheet.revision + 1 };
  await db.update(Documents, sheet.id, change);
  return { document: { ...sheet, ...change } };
}

/** Publishes a sheet as it stands, once all that it needs is filled. */
export async function publishSheet(tx: Transaction, input: PublishSheetInput) {
  const { db, record, now } = tx;
  const sheet = await sheetHeld(tx, input.id);
  const current = await db.findOneBy(DocumentVersions, { documentId: sheet.id, number: sheet.version });
  // A second press finds these words published; those who change nothing publish no other version.
  if (
    current &&
    saysAlready(current, { digest: hashOf(sheet.answers), change: sheet.version > 1 ? changeIn(input.change) : null })
  )
    return { document: sheet };
  refuseOther(sheet, input.revision);
  const lacking = sheet.sections
    .filter(({ key, required }) => required && !sheet.answers[key]?.trim())
    .map(({ key }): ProblemFound => ({ code: "REQUIRED", field: key }));
  if (lacking.length > 0) throw new Refusal(lacking);
  const version = sheet.version + 1;
  const change = version === 1 ? null : changeIn(input.change);
  await db.insert(DocumentVersions, {
    documentId: sheet.id,
    number: version,
    change,
    addedOn: dayOf(now),
    digest: hashOf(sheet.answers),
    words: Object.values(sheet.answers).join("\n").slice(0, limits["document.words"]),
    answers: sheet.answers,
  });
  const done = { version, publishedOn: dayOf(now), revision: sheet.revision + 1 };
  await db.update(Documents, sheet.id, done);
  await record("document.published", sheet, { version });
  return { document: { ...sheet, ...done } };
}

/** Erases a sheet that was never published. */
export async function eraseSheet(tx: Transaction, { id }: EraseSheetInput) {
  const { db, viewer, record } = tx;
  authorize(documentPolicy.addSome(viewer));
  // Erased already: as good as done.
  if (isId(id) && !(await db.existsBy(Documents, { id: id.toLowerCase() }))) return { document: null };
  const sheet = await documentHeld(tx, id);
  if (sheet.kind !== "SHEET" || sheet.version > 0) throw new Refusal("WRONG_KIND", "id");
  await db.delete(Documents, sheet.id);
  await record("document.erased", sheet);
  return { document: null };
}
