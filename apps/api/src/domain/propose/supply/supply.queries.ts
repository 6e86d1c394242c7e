import type { ArgumentUse, MissingPart, SupplySlot, TextStatus } from "../../../graphql/resolvers.generated.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { longestList } from "@cahier/schema/limits";
import { atMost } from "../../../platform/data/bounded.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { missingOf } from "../scaffold/gate.queries.ts";
import { objectionsTo } from "../scaffold/objection.queries.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { statementsOf } from "../statement/statement.queries.ts";
import { worksOf } from "../scaffold/work.queries.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { type Supply, Supplies } from "./supply.entity.ts";
import { readByTeam, visible, visibleOrPlace } from "../../ground/moderation/status.sql.ts";
import { publicInitiative } from "../initiative/initiative.sql.ts";
import { publicProposal } from "../proposal/proposal.sql.ts";
import { stated } from "../../understand/keyPoint/keyPoint.sql.ts";

/** A supply, as the holder of its private link sees it. */
export async function supplyOfCode({ db }: Context, code: string): Promise<Supply | null> {
  const tail = "where it.code_digest = $1";
  return (
    (await rowsOf(db, Supplies, "supply: of code", tail, [await currentDigest(db, linkDigest("supply", code))]))[0] ??
    null
  );
}

/** The supply of a readable contribution to a readable proposal. */
export const supplyOfContribution = async (context: Context, id: string): Promise<Supply | null> =>
  (
    await linked(
      context,
      "supply: of contributions",
      Supplies,
      `it.contribution_id as key from supply it join contribution c on c.id = it.contribution_id
       and ${readByTeam("c")} join proposal p on p.id = it.proposal_id
       where it.contribution_id = any($1::uuid[]) and ${publicProposal("p")}`,
      id,
    )
  )[0] ?? null;

const supplied = (shown: string) => `it.proposal_id as key, c.status from supply it
  join contribution c on c.id = it.contribution_id and ${shown}
  where it.proposal_id = any($1::uuid[])`;

const shownOrPlace = visibleOrPlace("SUPPLY", "c");

const begun = (where: string, order: string, most: number, shown = visible("c")) =>
  atMost({
    table: "supply",
    parent: "proposal_id",
    key: "contribution_id",
    where: `${where} and exists (select from contribution c where c.id = one.contribution_id and ${shown})`,
    order,
    most,
  });
const argued = (["FOR", "AGAINST"] as const).map((slot) =>
  begun(
    `one.slot = '${slot}' and ($2::text is null or $2 = '${slot}') and ($3::uuid is null or one.contribution_id > $3)`,
    "one.contribution_id",
    longestList / 2,
    shownOrPlace,
  ),
);

/**
 * Arguments for and against a proposal, as many of both, or those of one slot that follow one, with the places of hidden
 * ones. Ids are drawn at random: their order ranks nothing.
 */
export async function argumentsOf(
  context: Context,
  proposalId: string,
  slot?: SupplySlot | null,
  after?: string | null,
): Promise<Supply[]> {
  const rows = await linked<Supply & { status?: TextStatus }>(
    context,
    "supply: arguments",
    Supplies,
    `${supplied(shownOrPlace)} and (${argued.join(" or ")}) order by it.slot desc, it.contribution_id`,
    proposalId,
    [slot ?? null, after ?? null],
  );
  return rows.map(({ status, ...it }) => (status === "HIDDEN" ? { ...it, source: null, isPlace: true as const } : it));
}

const toTakeUp = `exists (select from supply_taking t where t.contribution_id = one.contribution_id)`;
const waitingFirst = begun("true", `${toTakeUp}, one.contribution_id`, longestList);

/** Supplies to a proposal, for its writers: those that wait first. */
export const suppliesTo = async (context: Context, proposal: Proposal): Promise<Supply[]> =>
  proposalPolicy.edit(context.viewer, proposal)
    ? linked(
        context,
        "supply: of proposals",
        Supplies,
        `${supplied(visible("c"))} and ${waitingFirst} order by exists (select from supply_taking t where t.contribution_id = it.contribution_id),
           c.contributed_on desc, it.contribution_id`,
        proposal.id,
      )
    : [];

interface Ratings {
  helps: number;
  saidAlready: number;
  offTopic: number;
}

const unrated: Ratings = { helps: 0, saidAlready: 0, offTopic: 0 };
const said = (use: ArgumentUse) => `(count(*) filter (where use = '${use}'))::int`;

/** Ratings of an argument, for the writers of its proposal. */
export async function ratingsOf({ db, batch }: Context, id: string): Promise<Ratings> {
  const name = "supply: ratings";
  const text = `select contribution_id as key, ${said("HELPS")} as helps, ${said("SAID_ALREADY")} as "saidAlready",
      ${said("OFF_TOPIC")} as "offTopic"
    from argument_rating where contribution_id = any($1::uuid[]) group by 1`;
  const loader = batch(name, async (ids) =>
    keyed(await prepared<Ratings & { key: string }>(db, name, text, [ids]), ({ key }) => key),
  );
  return (await loader(id)) ?? unrated;
}

/** An empty slot of a proposal. */
export interface Call {
  slot: SupplySlot;
  proposalId: string;
  /** The part that the gate misses; null for a slot that would only enrich the proposal. */
  part: MissingPart | null;
}

/** Calls of an open proposal: of the parts it lacks, those that a reader may bring; then the slots that enrich it. */
export async function callsOf(context: Context, proposal: Proposal): Promise<Call[]> {
  if (proposal.state !== "OPEN") return [];
  const { id } = proposal;
  const [missing, statements, objections, works] = await Promise.all([
    missingOf(context, proposal),
    statementsOf(context, id),
    objectionsTo(context, id),
    worksOf(context, id),
  ]);
  const calls = new Map<SupplySlot, MissingPart | null>();
  for (const part of missing) {
    const slot = slotOf(part, objections.length);
    if (slot && !calls.has(slot)) calls.set(slot, part);
  }
  const enriching: SupplySlot[] = (["EFFECT", "COST", "LIMIT"] as const).filter(
    (part) => !statements.some((statement) => statement.part === part),
  );
  if (works.length === 0) enriching.push("WORK");
  if (objections.some(({ reply }) => reply === null)) enriching.push("REPLY");
  for (const slot of enriching) if (!calls.has(slot)) calls.set(slot, null);
  return [...calls].map(([slot, part]) => ({ slot, part, proposalId: id }));
}

/** The slot by which a reader brings a missing part; null for a part that its writers alone bring. */
function slotOf(part: MissingPart, objections: number): SupplySlot | null {
  if (part === "OBJECTION_WITH_REPLY") return objections === 0 ? "OBJECTION" : "REPLY";
  return bringing[part] ?? null;
}

const bringing: Partial<Record<MissingPart, SupplySlot>> = {
  THREE_SOURCES: "ACCOUNT",
  BLOCKING_OBJECTION_WITHOUT_REPLY: "REPLY",
  TWO_EXAMPLES_FROM_TWO_REGIONS: "EXAMPLE",
  INTERLOCUTOR_WITH_ASK: "INTERLOCUTOR",
  CARRIER: "CARRIER",
};

/** The region most cited by a proposal that has no example from there; null if unknown. */
export async function regionWithoutExample({ db, batch }: Context, proposalId: string): Promise<string | null> {
  const name = "supply: region without example";
  // Beside each passage stand its region and its text, while anybody may read it.
  const text = `select distinct on (s.proposal_id) s.proposal_id as key, s.region_id as "regionId"
    from (
      select s.proposal_id, l.region_id, p.contribution_id as text_id
        from statement s join statement_passage l on l.statement_id = s.id join passage p on p.id = l.passage_id
        where s.proposal_id = any($1::uuid[]) and l.region_id is not null
      union
      select s.proposal_id, kp.region_id, kp.text_id from statement s join statement_key_point l on l.statement_id = s.id
        join key_point k on k.id = l.key_point_id and ${stated("k")}
        join key_point_passage kp on kp.key_point_id = k.id and kp.region_id is not null where s.proposal_id = any($1::uuid[])
    ) s
    where not exists (select from proposal_initiative l join initiative i on i.id = l.initiative_id
      where l.proposal_id = s.proposal_id and i.region_id = s.region_id and ${publicInitiative("i")})
    group by s.proposal_id, s.region_id order by s.proposal_id, count(*) desc, s.region_id`;
  const loader = batch(name, async (ids) =>
    keyed(await prepared<{ key: string; regionId: string }>(db, name, text, [ids]), ({ key }) => key),
  );
  return (await loader(proposalId))?.regionId ?? null;
}
