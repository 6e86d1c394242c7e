import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import type { Transaction } from "../../../platform/context.ts";
import type { Erases } from "../../../platform/erasures.ts";
import { type Recorder, recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { endConsents } from "../../ground/person/consent.writes.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { eraseTexts, nameTexts, unpublishTexts } from "../contribution/contribution.writes.ts";
import { eraseDraftsOf } from "../draft/draft.writes.ts";
import { heldBy } from "../follow/follow.queries.ts";
import { dropFollow } from "../follow/follow.writes.ts";
import { eraseAddress, leaveTogether } from "./response.writes.ts";
import { Answers, type Response, ResponseRevisions, Responses } from "./response.entity.ts";

/** Takes the name off a response that is held, and off its texts: what it says stays, as « sans nom, avec ma région ». */
export async function unnamed(db: EntityManager, before: Response, record: Recorder): Promise<Response> {
  if (before.status === "WITHDRAWN" || before.appearance !== "NAMED") return before;
  const off = { authorName: null, organisationName: null, organisationId: null, appearance: "ANONYMOUS" as const };
  await db.update(Responses, before.id, { ...off, digest: "", submittedAt: null });
  await db.update(ResponseRevisions, { responseId: before.id }, { authorName: null, appearance: "ANONYMOUS" });
  await nameTexts(db, before.id, off);
  await eraseDraftsOf(db, before.id);
  await record("response.unnamed", before);
  return { ...before, ...off };
}

/** Takes a response that is held off every page, with its name: what a moderator hid stays hidden. */
export async function unpublished(db: EntityManager, before: Response, now: Date, record: Recorder): Promise<Response> {
  if (before.status === "WITHDRAWN" || before.appearance === "UNPUBLISHED") return before;
  const off = {
    authorName: null,
    organisationName: null,
    organisationId: null,
    appearance: "UNPUBLISHED" as const,
  };
  const status = before.status === "HIDDEN" ? before.status : ("UNPUBLISHED" as const);
  await db.update(Responses, before.id, { ...off, status, digest: "", submittedAt: null });
  await db.update(ResponseRevisions, { responseId: before.id }, { authorName: null, appearance: "UNPUBLISHED" });
  await nameTexts(db, before.id, off);
  await unpublishTexts(db, before.id);
  await eraseDraftsOf(db, before.id);
  await endConsents(db, [before.id], ["PUBLICATION"], dayOf(now));
  await record("response.unpublished", before);
  return { ...before, ...off, status };
}

/** Takes back, or unnames, the responses that an account holds; the account and its address follow nothing any more. */
export async function erasedWith({ db, now }: Transaction, personId: string, { mode }: Record<string, unknown>) {
  const record = recorder(db, visitor, now);
  for (const id of (await heldBy(db, personId)).toSorted()) {
    const response = await db.findOne(Responses, { where: { id }, lock: { mode: "pessimistic_write" } });
    // A response in the name of an organisation belongs to it: it stays, without a link to the person.
    const own = response?.organisationId ? null : response;
    if (own && mode === "REMOVE_ALL") await withdrawn(db, own, now, record);
    else if (own) await unnamed(db, own, record);
    await dropFollow(db, "ACCOUNT", id);
  }
  const [person] = await db.query<{ email: string }[]>(
    "select email from person where id = $1 and email_verified and email is not null",
    [personId],
  );
  if (person) await eraseAddress(db, person.email);
}

/** Does an erasure of a response again. */
const again =
  (erase: (db: EntityManager, it: Response, now: Date, record: Recorder) => Promise<Response>) =>
  async ({ db, now }: Pick<Transaction, "db" | "now">, id: string) => {
    const response = await db.findOne(Responses, { where: { id }, lock: { mode: "pessimistic_write" } });
    return response ? (await erase(db, response, now, recorder(db, visitor, now))) !== response : false;
  };

/** Erasures of responses, by the events that tell them. */
export const responseErasures: Erases = {
  "response.withdrawn": again(withdrawn),
  "response.unpublished": again(unpublished),
  "response.unnamed": again((db, it, _now, record) => unnamed(db, it, record)),
};

/**
 * Takes a response that is held back: all its words are erased; its place stays, so that what was built on it says why it
 * stands no more. Rooms that copied words hear it, here or of each text. What others wrote of it is theirs.
 */
export async function withdrawn(db: EntityManager, before: Response, now: Date, record: Recorder): Promise<Response> {
  if (before.status === "WITHDRAWN") return before;
  const erased = {
    status: "WITHDRAWN" as const,
    statusOn: dayOf(now),
    statusReason: null,
    digest: "",
    authorName: null,
    organisationType: null,
    organisationName: null,
    organisationId: null,
    peopleCount: null,
    sectors: [],
    repeatKey: "",
    submittedAt: null,
    mailedDigest: null,
    paperReference: null,
    keptRevisions: {},
  };
  await leaveTogether(db, before);
  await db.update(Responses, before.id, erased);
  await db.delete(Answers, { responseId: before.id });
  await db.delete(ResponseRevisions, { responseId: before.id });
  await eraseDraftsOf(db, before.id);
  await liftRulings(db, ["RESPONSE"], before.id);
  await dropFollow(db, "ADDRESS", before.id);
  await endConsents(db, [before.id], ["PUBLICATION", "FOLLOW_UP"], dayOf(now));
  await eraseTexts({ db, record, now }, before.id);
  await record("response.withdrawn", before);
  return { ...before, ...erased };
}
