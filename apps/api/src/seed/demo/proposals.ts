import { Asks, Objections, ProposalInitiatives } from "../../domain/propose/scaffold/scaffold.entity.ts";
import { Proposals } from "../../domain/propose/proposal/proposal.entity.ts";
import { StatementKeyPoints, StatementPassages, Statements } from "../../domain/propose/statement/statement.entity.ts";
import { Amendments } from "../../domain/propose/amendment/amendment.entity.ts";
import { ProposalCarriers } from "../../domain/propose/scaffold/proposalCarrier.entity.ts";
import { Works } from "../../domain/propose/scaffold/work.entity.ts";
import type { ProposalState, StatementPart } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { type SourceKeyPoint, sourceKeyPoints } from "./pack.ts";
import type { Mark } from "./passages.ts";
import type { Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

interface SourceStatement {
  id: string;
  part: StatementPart;
  text: string;
  keyPointIds: string[];
  contributionIds: string[];
}

/** Cahier that a structure wrote for the gatherings before. */
interface SourceCahier {
  id: string;
  number: string;
  title: string;
  structure: string;
}

interface Source {
  id: string;
  number: number;
  version: number;
  title: string;
  statement: string;
  status: ProposalState;
  leverTypes: string[];
  objections: { text: string; reply: string | null }[];
  initiativeIds: string[];
  interlocutorIds: string[];
  requests: { interlocutorId: string; ask: string }[];
  carriers: string[];
  cahierIds: string[];
  createdAt: string;
  statements: SourceStatement[];
}

/** The proposals, sentence by sentence, each with the key points and the passages it stands on. */
export function proposals(demo: Demo, stated: SourceKeyPoint[], texts: Texts, mark: Mark) {
  const { clock, ids, put } = demo;
  const there = content<Source[]>("proposals.json").filter(({ createdAt }) => clock.past(createdAt));
  put(
    Proposals,
    there.map((it) => ({
      id: ids.ordered(it.id),
      slug: `proposition-${it.number}`,
      groupId: ids.ordered("group"),
      number: it.number,
      title: it.title,
      summary: it.statement,
      state: it.status,
      version: it.version,
      createdOn: clock.day(it.createdAt),
      leverTypes: it.leverTypes,
      fictional: true,
    })),
  );
  put(
    Statements,
    there.flatMap(({ id, statements }) =>
      statements.map((statement, position) => ({
        id: ids.ordered(statement.id),
        proposalId: ids.ordered(id),
        part: statement.part,
        position: position + 1,
        text: statement.text,
        version: 1,
      })),
    ),
  );
  const statements = there.flatMap((it) => it.statements);
  const known = new Set(stated.map(({ id }) => id));
  put(
    StatementKeyPoints,
    statements.flatMap(({ id, keyPointIds }) =>
      keyPointIds
        .filter((keyPointId) => known.has(keyPointId))
        .map((keyPointId) => ({ statementId: ids.ordered(id), keyPointId: ids.ordered(keyPointId) })),
    ),
  );
  const words = sources(texts, mark);
  put(
    StatementPassages,
    statements.flatMap((statement) =>
      [...new Set(words(statement))].map((passageId) => ({ statementId: ids.ordered(statement.id), passageId })),
    ),
  );
  put(
    Objections,
    there.flatMap(({ id, objections }) =>
      objections.map(({ text, reply }, position) => ({
        id: ids.next(),
        proposalId: ids.ordered(id),
        position: position + 1,
        text,
        reply,
        version: 1,
      })),
    ),
  );
  const amended = there.find(({ id }) => id === "prop-1");
  const sentence = amended?.statements.find(({ part }) => part === "MEASURE");
  if (sentence)
    put(Amendments, [
      {
        id: ids.random("prop-1-a1"),
        key: "prop-1-a1",
        proposalId: ids.ordered(amended!.id),
        statementId: ids.ordered(sentence.id),
        part: sentence.part,
        before: sentence.text,
        text: `${sentence.text.replace(/\.$/, "")}, et le faire relire par des gens qui n’y connaissent rien.`,
        why: "Chez nous, trois chartes ont été écrites entre spécialistes\u00a0: personne d’autre ne les a lues.",
        authorName: null,
        territoryId: null,
        status: "VISIBLE",
        state: "PROPOSED",
        proposedOn: clock.day(amended!.createdAt),
        fictional: true,
      },
    ]);
  const cahiers = new Map(content<SourceCahier[]>("cahiers.json").map((it) => [it.id, it]));
  put(
    Works,
    there.flatMap(({ id, cahierIds }) =>
      cahierIds
        .map((cahier) => cahiers.get(cahier)!)
        .map(({ number, title, structure }, position) => ({
          id: ids.next(),
          proposalId: ids.ordered(id),
          position: position + 1,
          title,
          reference: `Cahier ${number}, ${structure}`,
          version: 1,
        })),
    ),
  );
  put(
    ProposalCarriers,
    there.flatMap(({ id, carriers }) =>
      carriers.map((name, position) => ({
        id: ids.next(),
        proposalId: ids.ordered(id),
        position: position + 1,
        kind: "NAME" as const,
        name,
      })),
    ),
  );
  put(
    ProposalInitiatives,
    there.flatMap(({ id, initiativeIds }) =>
      initiativeIds.map((initiative) => ({
        proposalId: ids.ordered(id),
        initiativeId: ids.ordered(initiative),
      })),
    ),
  );
  put(
    Asks,
    there.flatMap(({ id, interlocutorIds, requests }) => {
      const asked = new Map(requests.map(({ interlocutorId, ask }) => [interlocutorId, ask]));
      return interlocutorIds.map((interlocutorId, position) => ({
        id: ids.next(),
        proposalId: ids.ordered(id),
        interlocutorId: ids.ordered(interlocutorId),
        position: position + 1,
        text: asked.get(interlocutorId) ?? null,
      }));
    }),
  );
}

/**
 * The passages of each response that a statement names: one that says a key point of the statement; else another
 * stretch that was marked; else the whole text, of what limits are told in where the statement is one.
 */
function sources(texts: Texts, mark: Mark) {
  const quotes = new Map<string, { keyPointId: string; questionId: string; quote: string }[]>();
  for (const { id: keyPointId, passages } of sourceKeyPoints())
    for (const { responseId, questionId, quote } of passages)
      quotes.set(responseId, [...(quotes.get(responseId) ?? []), { keyPointId, questionId, quote }]);

  return ({ part, keyPointIds, contributionIds }: SourceStatement) =>
    contributionIds.flatMap((responseId) => {
      const marked = (quotes.get(responseId) ?? []).flatMap(({ keyPointId, questionId, quote }) => {
        const text = texts.answering(responseId, questionId);
        return text ? { keyPointId, text, quote } : [];
      });
      const saying = marked.find(({ keyPointId }) => keyPointIds.includes(keyPointId)) ?? marked[0];
      if (saying) return mark(saying.text, saying.quote);
      const whole = texts.of(responseId).at(part === "LIMIT" ? -1 : 0);
      return whole ? mark(whole) : [];
    });
}
