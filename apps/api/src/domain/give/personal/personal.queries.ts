import type { EntityManager } from "typeorm";
import { currentDigest } from "../../../platform/formerCode.ts";
import { typedDigest } from "../../../platform/code.ts";
import { type Followed, linkDigest } from "../../../platform/linkCode.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { heldBy } from "../../listen/follow/follow.queries.ts";
import { Responses } from "../../listen/response/response.entity.ts";
import { readingOnly } from "../../listen/response/response.policy.ts";

/** Somebody of whom data are kept: the holder of an account, or of one response or text. */
export interface Subject {
  personId: string | null;
  /** Their address, where something proved that it is theirs. */
  address: string | null;
  /** True where others saw the code that they are known by: it tells what was said, and nobody's address. */
  readingOnly: boolean;
  /** First rows, by table. */
  roots: { table: string; ids: string[] }[];
}

/** Somebody who is signed in. */
export async function subjectOfViewer(db: EntityManager, { id }: Viewer): Promise<Subject | null> {
  if (!id) return null;
  const [person] = await db.query<{ email: string | null }[]>(
    "select case when email_verified then email end as email from person where id = $1",
    [id],
  );
  return {
    personId: id,
    address: person?.email ?? null,
    readingOnly: false,
    roots: [
      { table: "person", ids: [id] },
      { table: "response", ids: await heldBy(db, id) },
    ],
  };
}

const linked: Record<Followed, { table: string; id: string }> = {
  agenda_request: { table: "agenda_request", id: "id" },
  amendment: { table: "amendment", id: "id" },
  attendance: { table: "attendance", id: "id" },
  initiative: { table: "initiative", id: "id" },
  reaction: { table: "reaction", id: "id" },
  supply: { table: "contribution", id: "contribution_id" },
};

/** The holder of a receipt or of a private link; null for a code that leads nowhere, or only reads. */
export async function subjectOfCode(db: EntityManager, code: string): Promise<Subject | null> {
  const of = (table: string, id: string, seen = false): Subject => ({
    ...{ personId: null, address: null, readingOnly: seen },
    roots: [{ table, ids: [id] }],
  });
  const receipt = await currentDigest(db, typedDigest(code));
  const found = receipt && (await db.findOneBy(Responses, { receiptDigest: receipt }));
  if (found) return of("response", found.id, readingOnly(found));
  for (const [followed, { table, id }] of Object.entries(linked) as [Followed, { table: string; id: string }][]) {
    const digest = (await currentDigest(db, linkDigest(followed, code)))!;
    const [row] = await db.query<{ id: string }[]>(
      `select ${id} as id from ${followed} where code_digest = $1 limit 1`,
      [digest],
    );
    if (row) return of(table, row.id);
  }
  return null;
}
