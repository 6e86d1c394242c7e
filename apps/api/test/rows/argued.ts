import type { DataSource } from "typeorm";
import { Handovers } from "../../src/domain/carry/handover/handover.entity.ts";
import { Initiatives } from "../../src/domain/propose/initiative/initiative.entity.ts";
import { Interlocutors } from "../../src/domain/ground/interlocutor/interlocutor.entity.ts";
import { Asks, Objections, ProposalInitiatives } from "../../src/domain/propose/scaffold/scaffold.entity.ts";
import { type Proposal, Proposals } from "../../src/domain/propose/proposal/proposal.entity.ts";
import {
  StatementKeyPoints,
  StatementPassages,
  Statements,
} from "../../src/domain/propose/statement/statement.entity.ts";
import { ProposalCarriers } from "../../src/domain/propose/scaffold/proposalCarrier.entity.ts";
import { Works } from "../../src/domain/propose/scaffold/work.entity.ts";
import { Reactions } from "../../src/domain/ground/reaction/reaction.entity.ts";
import { added, type Small } from "./builders.ts";
import type { wholeChain } from "./chain.ts";

/** Proposals with every part a proposal may have, resting on a chain: one open and carried, one draft. */
export async function arguedProposals(
  database: DataSource,
  { group, territories }: Small,
  { points, words }: Awaited<ReturnType<typeof wholeChain>>,
) {
  const proposal = (row: Partial<Proposal>) =>
    added(database, Proposals, { groupId: group.id, createdOn: "2026-11-01", ...row });
  const open = await proposal({
    slug: "proposition-1",
    number: 1,
    title: "Ouvrir les halles & les cours",
    summary: "Un lieu par canton.",
    state: "OPEN",
    version: 3,
  });
  const draft = await proposal({
    slug: "proposition-2",
    number: 2,
    title: "canari-titre",
    summary: "canari-résumé",
    state: "DRAFT",
  });
  const statement = async (
    part: "PROBLEM" | "MEASURE",
    position: number,
    text: string,
    { keyPoints = [], passages = [], of = open }: { keyPoints?: string[]; passages?: string[]; of?: Proposal } = {},
  ) => {
    const it = await added(database, Statements, { proposalId: of.id, part, position, text, version: 1 });
    for (const keyPointId of keyPoints)
      await database.manager.insert(StatementKeyPoints, { statementId: it.id, keyPointId });
    for (const passageId of passages)
      await database.manager.insert(StatementPassages, { statementId: it.id, passageId });
    return it;
  };
  const statements = {
    problem: await statement("PROBLEM", 1, "On ne se croise plus.", { keyPoints: [points.agreed.id] }),
    measure: await statement("MEASURE", 2, "Une halle le samedi.", {
      keyPoints: [points.on.id],
      passages: [words.asIs.passage, words.unpublished.passage],
    }),
    drafted: await statement("PROBLEM", 1, "canari-phrase", { of: draft }),
  };
  await added(database, Objections, {
    proposalId: open.id,
    position: 1,
    text: "Cela coûte cher.",
    reply: "La halle existe déjà.",
  });
  await added(database, ProposalCarriers, { proposalId: open.id, position: 1, kind: "ORGANISATION", name: "Le Fil" });
  await added(database, Works, { proposalId: open.id, position: 1, title: "La halle, un lieu", reference: "Cote 12" });
  const initiative = await added(database, Initiatives, {
    slug: "halle-de-douarnenez",
    groupId: group.id,
    name: "La halle d’ici",
    sector: "FOOD",
    territoryId: territories.finistere!.id,
    regionId: territories.bretagne!.id,
    summary: "Trente étals le samedi.",
    criteria: {},
    results: ["Trois emplois."],
    obstacles: ["Le stationnement."],
  });
  await database.manager.insert(ProposalInitiatives, { proposalId: open.id, initiativeId: initiative.id });
  const interlocutor = await added(database, Interlocutors, {
    slug: "conseil-regional",
    name: "Conseil régional",
    level: "REGIONAL",
    category: "REGION",
    remit: "Les halles.",
  });
  const ask = await added(database, Asks, {
    proposalId: open.id,
    interlocutorId: interlocutor.id,
    position: 1,
    text: "Prêter la halle un samedi sur deux.",
  });
  const handover = await added(database, Handovers, {
    proposalId: open.id,
    interlocutorId: interlocutor.id,
    ask: "Prêter la halle dès septembre.",
    carrierName: "Le groupe de Bretagne",
    carrierTerritoryId: territories.bretagne!.id,
    contactedOn: "2026-11-02",
    handedOverOn: "2026-11-10",
    replyBy: "2099-01-15",
    log: [],
  });
  for (const [text, status] of [
    ["J’en connais une.", "VISIBLE"],
    ["canari-réaction", "HIDDEN"],
  ] as const)
    await added(database, Reactions, {
      key: crypto.randomUUID(),
      subject: "PROPOSAL",
      subjectId: open.id,
      kind: "SUPPORT",
      text,
      status,
      reactedOn: "2026-11-12",
    });
  return { open, draft, statements, initiative, interlocutor, ask, handover };
}
