import type { EntityManager } from "typeorm";
import { config } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { mailsGo } from "../../../platform/mail/mail.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { isOver } from "../../propose/proposal/proposal.state.ts";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import type { ListenerSubject } from "./listener.entity.ts";
import { meantToShow } from "../moderation/status.sql.ts";

/** The proposal of what may still be told: an amendment that waits, something supplied that may be taken up and was not. */
const waiting: Record<ListenerSubject, string> = {
  AMENDMENT: `select p.state from amendment it join proposal p on p.id = it.proposal_id
    where it.id = $1 and it.state = 'PROPOSED'`,
  SUPPLY: `select p.state from supply it join proposal p on p.id = it.proposal_id
    join contribution c on c.id = it.contribution_id and ${meantToShow("c")}
    where it.contribution_id = $1
      and not exists (select from supply_taking t where t.contribution_id = it.contribution_id)`,
};

/** Whether something may still be told of it, and this site sends mails. */
export async function mayBeTold(db: EntityManager, subject: ListenerSubject, id: string): Promise<boolean> {
  if (!mailsGo(config)) return false;
  const [found] = await prepared<{ state: ProposalState }>(db, `listener: waits ${subject}`, waiting[subject], [id]);
  return !!found && !isOver(found.state);
}

/** Whether an address waits to be told of it; null where none may be left. */
export async function awaits({ db }: Context, subject: ListenerSubject, id: string): Promise<boolean | null> {
  if (!(await mayBeTold(db, subject, id))) return null;
  const text = "select from listener where subject = $1 and subject_id = $2";
  return (await prepared(db, "listener: of", text, [subject, id])).length > 0;
}
