import type { StatementPart, SupplyUse } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { agreed } from "../scaffold/proposalCarrier.entity.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { became } from "./became.ts";
import { type Supply, type SupplyTaking, SupplyTakings } from "./supply.entity.ts";
import { notWithdrawn, visible } from "../../ground/moderation/status.sql.ts";
import { publicProposal } from "../proposal/proposal.sql.ts";

/** Tables of the rows that a supply may become and that lead back to its words. */
const tables = {
  OBJECTION: "objection",
  REPLY: "objection",
  INTERLOCUTOR: "ask",
  WORK: "work",
  CARRIER: "proposal_carrier",
} as const;

/** The latest readable contribution that a row, or the row it is a copy of, was taken up from. */
export async function wordsTakenUpAs(
  context: Context,
  as: keyof typeof tables,
  id: string,
): Promise<Contribution | null> {
  const rows = await linkedCached<Contribution & { takenAs?: SupplyUse }>(
    context,
    "supply: taken up",
    Contributions,
    `c.id as key, s.taken_as as "takenAs" from (${mayBeTaken}) c
     join supply_taking s on s.taken_as = c.taken_as and s.taken_id = any(array[c.id, c.origin_id])
     join contribution it on it.id = s.contribution_id and ${visible("it")} order by s.id desc`,
    id,
  );
  return rows.find(({ takenAs }) => takenAs === as) ?? null;
}

const conditions: Partial<Record<keyof typeof tables, string>> = {
  REPLY: "and c.reply is not null",
  CARRIER: `and ${agreed}`,
};

const mayBeTaken = (Object.keys(tables) as (keyof typeof tables)[])
  .map(
    (as) => `select '${as}' as taken_as, c.id, c.origin_id from ${tables[as]} c
      where c.id = any($1::uuid[]) ${conditions[as] ?? ""}`,
  )
  .join(" union all ");

/** Result of a supply, in a public proposal. */
export interface SupplyPlace {
  as: SupplyUse;
  takenId: string;
  proposalId: string;
  part: StatementPart | null;
  text: string;
}

/** Present places of a supply; none once its words were taken back. */
export async function becameOf({ db, batch }: Context, contributionId: string): Promise<SupplyPlace[]> {
  const name = "supply: became";
  const text = `select s.contribution_id as key, r."as", s.taken_id as "takenId", r.proposal_id as "proposalId", r.part,
      r.text
    from supply_taking s join contribution c on c.id = s.contribution_id and ${notWithdrawn("c")}
    cross join lateral (${became}) r join proposal p on p.id = r.proposal_id and ${publicProposal("p")}
    where s.contribution_id = any($1::uuid[]) order by p.number, s.id, r.id`;
  const loader = batch(name, async (ids) =>
    grouped(await prepared<SupplyPlace & { key: string }>(db, name, text, [ids]), ({ key }) => key),
  );
  return (await loader(contributionId)) ?? [];
}

/** The latest taking up of a supply. As a carrier, only the team knows it before the person agreed. */
export async function lastTaking(
  context: Context,
  { contributionId, proposalId }: Supply,
): Promise<SupplyTaking | null> {
  const takings = await linked(
    context,
    "supply: takings",
    SupplyTakings,
    "it.contribution_id as key from supply_taking it where it.contribution_id = any($1::uuid[]) order by it.id desc",
    contributionId,
  );
  const asked = ({ takenAs }: SupplyTaking) => takenAs === "CARRIER";
  if (!takings.some(asked) || proposalPolicy.edit(context.viewer, (await context.load(Proposals, proposalId))!))
    return takings[0] ?? null;
  const places = await becameOf(context, contributionId);
  return takings.find((one) => !asked(one) || places.some(({ takenId }) => takenId === one.takenId)) ?? null;
}
