/** Taken back by its author, a sheet loses its words and is an example of nothing; its place stays where anybody had read it. */
import { randomUUID } from "node:crypto";
import type { WithdrawInitiativeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { freePlace } from "../../../platform/data/freeSlug.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { isValidated } from "./initiative.policy.ts";

/** Text left of a sheet that is withdrawn. */
const erased = {
  name: "",
  summary: "",
  town: null,
  exchange: null,
  organisationType: null,
  startedYear: null,
  stage: null,
  results: [],
  obstacles: [],
  levers: [],
  drawbacks: null,
  need: null,
  reproducibility: null,
  members: null,
  employees: null,
  volunteers: null,
  budget: null,
  source: null,
  agreement: null,
  criteria: {},
  criteriaReasons: {},
  reason: null,
  sameAsId: null,
} satisfies Partial<Initiative>;

/** Takes one's sheet back, by its private link, whatever was decided of it. */
export async function withdrawInitiative({ db, now }: Transaction, { code }: WithdrawInitiativeInput) {
  const found = await db.findOneBy(Initiatives, {
    codeDigest: (await currentDigest(db, linkDigest("initiative", code)))!,
  });
  if (!found) throw new Refusal("GONE", "code");
  await eraseInitiative({ db, now }, found.id);
  return { proposed: await db.findOneByOrFail(Initiatives, { id: found.id }) };
}

/** Erases the words of a sheet, now or again after a restore; false where they are gone. */
export async function eraseInitiative({ db, now }: Pick<Transaction, "db" | "now">, id: string): Promise<boolean> {
  const before = await db.findOne(Initiatives, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!before || before.status === "WITHDRAWN") return false;
  await db.update(Initiatives, id, {
    ...erased,
    slug: before.status === "VISIBLE" ? await freePlace(db, Initiatives, before.slug) : `w-${randomUUID()}`,
    status: "WITHDRAWN",
    statusReason: null,
    statusOn: dayOf(now),
    version: before.version + 1,
  });
  // The team's corrections, and the reason why it was sent back, tell its words too.
  await db.query(
    `update journal_entry set data = data - 'from' - 'to' - 'reason'
     where subject_type = 'initiative' and subject_id = $1 and data is not null`,
    [id],
  );
  await liftRulings(db, ["INITIATIVE"], id);
  // Files hold examples that were validated: nobody has them made again by proposing and taking back.
  await recorder(db, visitor, now)("initiative.withdrawn", id, { validated: isValidated(before) });
  return true;
}
