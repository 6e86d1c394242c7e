import type { EntityManager } from "typeorm";
import { carriesContact } from "../../../platform/text/contact.ts";
import { held } from "../../ground/moderation/status.sql.ts";
import { Contributions } from "../contribution/contribution.entity.ts";
import { ownWordsOf } from "./own.queries.ts";
import { Responses } from "./response.entity.ts";

/**
 * Shows a response once nothing in it waits, or holds it again; answers with its status. `read`: free words beside its
 * texts that a moderator let through.
 */
export async function settleStatus(db: EntityManager, id: string, read: string[] = []) {
  const { status } = await db.findOneByOrFail(Responses, { id });
  if (status !== "HELD" && status !== "VISIBLE") return status;
  const waits = await db.existsBy(Contributions, { responseId: id, status: "HELD" });
  const own = status === "HELD" ? await ownWordsOf(db, id) : [];
  const left = own.some((text) => !read.includes(text) && carriesContact(text));
  const settled = waits || left ? "HELD" : "VISIBLE";
  await db.update(Responses, id, { status: settled });
  return settled;
}

/** SQL: what is kept beside each response, found anew: whether one of its texts waits. */
export const besideResponse = `select r.id, exists (
    select from contribution c where c.response_id = r.id and ${held("c")}) as held_by_text from response r`;

/** Puts it beside each response where something else is kept. */
export const setHeldRight = (db: EntityManager) =>
  db.query(
    `update response r set held_by_text = x.held_by_text from (${besideResponse}) x where x.id = r.id and r.held_by_text <> x.held_by_text`,
  );
