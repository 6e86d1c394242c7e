import { canonical } from "../../../platform/canonical.ts";
import { order, tracedSources } from "../synthesisFiles/source.trace.ts";
import type { PassageSource } from "../synthesisFiles/source.ts";
import { type ArguedStatement, type Dossier, sourcesIn } from "./dossier.ts";
import type { GroupChain } from "./group.chain.ts";
import { keptIn, type Letter } from "./letter.document.ts";

/**
 * Trace of a production: its sources as data; the same data makes the same bytes. Keys in the order of their letters,
 * rows in that of their ids, no date but those that are kept, no name.
 */
const traced = (kind: string, what: object, sources: readonly PassageSource[], origin: string): string =>
  `${canonical(
    {
      format: "cahier-commun/production-trace",
      formatVersion: 1,
      kind,
      ...what,
      ...tracedSources(sources, origin),
    },
    1,
  )}\n`;

/** Trace of a proposal: its version, the statements kept of it and what each stands on. */
function tracedProposal(dossier: Dossier, statements: readonly ArguedStatement[], origin: string) {
  const { proposal, examples, objections, asks, handovers, versions, standing } = dossier;
  const address = `${origin}/proposals/${proposal.slug}`;
  return {
    id: proposal.id,
    slug: proposal.slug,
    number: proposal.number,
    edit: proposal.version,
    version: versions[0]
      ? { number: versions[0].number, hash: versions[0].hash, keptAt: versions[0].keptAt.toISOString() }
      : null,
    state: proposal.state,
    createdOn: proposal.createdOn,
    address,
    statements: statements.map(({ statement, keyPoints, sources, standing: counts }) => ({
      id: statement.id,
      part: statement.part,
      position: statement.position,
      version: statement.version,
      text: statement.text,
      keyPoints: keyPoints.map(({ id }) => id).toSorted(order),
      passages: sources.map(({ passage }) => passage.id).toSorted(order),
      counts,
    })),
    initiatives: examples.map(({ initiative }) => initiative.id).toSorted(order),
    objections: objections.map(({ id }) => id).toSorted(order),
    asks: asks
      .map(({ ask, interlocutor }) => ({ id: ask.id, interlocutor: interlocutor.id }))
      .toSorted((a, b) => order(a.id, b.id)),
    handovers: handovers.map(({ handover }) => handover.id).toSorted(order),
    counts: standing,
  };
}

export const dossierTrace = (dossier: Dossier, origin: string) =>
  traced("DOSSIER", { proposal: tracedProposal(dossier, dossier.statements, origin) }, sourcesIn(dossier), origin);

export function letterTrace({ interlocutor, handover, ask }: Letter, dossier: Dossier, origin: string): string {
  const { reasons, measures } = keptIn(dossier);
  const statements = [...reasons, ...measures];
  const to = {
    interlocutor: {
      id: interlocutor.id,
      slug: interlocutor.slug,
      address: `${origin}/interlocutors/${interlocutor.slug}`,
    },
    handover: handover && {
      id: handover.id,
      handedOverOn: handover.handedOverOn,
      replyBy: handover.replyBy,
      address: `${origin}/handovers/${handover.id}`,
    },
    ask,
  };
  return traced(
    "LETTER",
    { ...to, proposal: tracedProposal(dossier, statements, origin) },
    sourcesIn({ statements }),
    origin,
  );
}

export const pageTrace = (dossier: Dossier, origin: string) =>
  traced("PAGE", { proposal: tracedProposal(dossier, dossier.statements, origin) }, sourcesIn(dossier), origin);

/** Trace of a report or a deck of a group: versions of syntheses, proposals, and cited words. */
export const groupTrace = (
  kind: "REPORT" | "DECK",
  { group, objectives, dossiers }: GroupChain,
  sources: readonly PassageSource[],
  origin: string,
): string =>
  traced(
    kind,
    {
      group: { id: group.id, slug: group.slug, address: `${origin}/groups/${group.slug}` },
      syntheses: objectives.flatMap(({ objective, synthesis }) =>
        synthesis
          ? [
              {
                id: synthesis.chain.synthesis.id,
                objective: objective.slug,
                version: synthesis.chain.version.version,
                versionId: synthesis.chain.version.id,
                publishedAt: synthesis.chain.version.publishedAt?.toISOString() ?? null,
                paragraphs: synthesis.chain.paragraphs.map(({ paragraph }) => paragraph.id).toSorted(order),
                keyPoints: [...synthesis.chain.keyPoints.keys()].toSorted(order),
                address: `${origin}/syntheses/${synthesis.chain.synthesis.slug}`,
              },
            ]
          : [],
      ),
      proposals: dossiers.map((it) => tracedProposal(it, it.statements, origin)),
    },
    sources,
    origin,
  );
