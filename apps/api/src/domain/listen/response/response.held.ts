import type { EntityManager } from "typeorm";
import { currentDigest } from "../../../platform/formerCode.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { columnsOf } from "../../../platform/data/statement.ts";
import { typedDigest } from "../../../platform/code.ts";
import { type Response, Responses } from "./response.entity.ts";

/** The response of a code, held for a command: nobody else changes it meanwhile. */
export async function responseHeld(db: EntityManager, code: string): Promise<Response> {
  const digest = await currentDigest(db, typedDigest(code));
  const text = `select ${columnsOf(db, Responses)} from response it where it.receipt_digest = $1 for update`;
  const [found] = digest ? await db.query<Response[]>(text, [digest]) : [];
  if (!found) throw new Refusal("UNKNOWN_RECEIPT", "code");
  return found;
}
