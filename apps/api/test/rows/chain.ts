import type { DataSource } from "typeorm";
import type { Contribution } from "../../src/domain/listen/contribution/contribution.entity.ts";
import { type KeyPoint, KeyPoints } from "../../src/domain/understand/keyPoint/keyPoint.entity.ts";
import { KeyPointPassages, Passages } from "../../src/domain/understand/passage/passage.entity.ts";
import { keepAccounts } from "../../src/domain/understand/synthesis/accounting.writes.ts";
import { MinorityPositions } from "../../src/domain/propose/minority/minority.entity.ts";
import {
  Citations,
  PassageCitations,
  SetAsides,
  type SynthesisParagraph,
  SynthesisParagraphs,
  type SynthesisVersion,
  Syntheses,
  SynthesisVersions,
} from "../../src/domain/understand/synthesis/synthesis.entity.ts";
import { added, contributionOf, type Small } from "./builders.ts";
import { personWith } from "../site/people.ts";

/** A synthesis with every part it may have: its first version published, the second a draft. */
export async function wholeChain(database: DataSource, small: Small) {
  const { objective, territories } = small;
  let number = 0;
  const point = (sentence: string, row: Partial<KeyPoint> = {}) =>
    added(database, KeyPoints, {
      objectiveId: objective.id,
      number: ++number,
      sentence,
      nature: "FINDING",
      state: "STATED",
      ...row,
    });
  const points = {
    agreed: await point("On se connaît."),
    on: await point("La distance ne fait rien."),
    against: await point("La distance fait tout."),
    working: await point("canari-travail", { state: "WORKING" }),
  };
  /** Adds a text, its marked words, and the key points they are given to. */
  const said = async (quote: string, keyPoints: KeyPoint[], row: Partial<Contribution> = {}) => {
    const contribution = await contributionOf(database, small, { body: `${quote} canari-suite`, ...row });
    const passage = await added(database, Passages, {
      contributionId: contribution.id,
      startsAt: 0,
      endsAt: quote.length,
      quote,
      markedAt: new Date(),
    });
    for (const { id } of keyPoints)
      await database.manager.insert(KeyPointPassages, { keyPointId: id, passageId: passage.id });
    return { contribution: contribution.id, passage: passage.id, quote };
  };
  const inBretagne = { territoryId: territories.finistere!.id, regionId: territories.bretagne!.id };
  const words = {
    named: await said("Je connais ma fermière.", [points.agreed], {
      ...inBretagne,
      appearance: "NAMED",
      authorName: "Ano",
      organisationName: "Le Fil",
      speaksAs: "ORGANISATION",
    }),
    nameless: await said("Elle me connaît & me salue.", [points.agreed, points.on], {
      ...inBretagne,
      authorName: "canari-nom",
    }),
    other: await said("=Loin des yeux, loin du cœur.", [points.against]),
    taken: await said("canari-repris", [points.agreed]),
    hidden: await said("canari-masqué", [points.agreed]),
    unpublished: await said("canari-gardé", [points.agreed], { status: "UNPUBLISHED" }),
    asIs: await said("Personne n’est caché.", []),
    asIsTaken: await said("canari-repris-aussi", []),
    asIsHidden: await said("canari-masqué-aussi", []),
    left: await said("Rien à voir.", []),
    leftWorking: await said("Un reste.", [points.working]),
  };
  const withdraw = async (...names: (keyof typeof words)[]) => {
    for (const name of names) {
      await database.query("update passage set quote = '' where id = $1", [words[name].passage]);
      await database.query("update contribution set body = '', status = 'WITHDRAWN' where id = $1", [
        words[name].contribution,
      ]);
    }
  };

  const synthesis = await added(database, Syntheses, {
    slug: "point-d-etape",
    objectiveId: objective.id,
    title: "Point d’étape & suite",
    state: "PUBLISHED",
    version: 1,
  });
  const version = (row: Partial<SynthesisVersion>) =>
    added(database, SynthesisVersions, { synthesisId: synthesis.id, state: "DRAFT", version: 2, ...row });
  const first = await version({
    version: 1,
    state: "PUBLISHED",
    circulatedOn: "2026-11-10",
    publishedAt: new Date("2026-11-20T10:00:00Z"),
    publishedAlone: true,
    definition: "Un circuit court relie.",
    method: "Deux personnes ont lu.",
    notHeard: ["Les jeunes."],
    decisions: ["Garder le mot."],
    nextSteps: ["Relire en mai."],
    changes: "La définition est plus courte.",
  });
  const draft = await version({ definition: "canari-brouillon" });
  let position = 0;
  const paragraph = async (
    row: Partial<SynthesisParagraph>,
    cited: { on?: KeyPoint[]; against?: KeyPoint[]; words?: string[] },
  ) => {
    const { id } = await added(database, SynthesisParagraphs, {
      versionId: first.id,
      position: ++position,
      text: "",
      originId: crypto.randomUUID(),
      ...row,
    });
    for (const [against, those] of [
      [false, cited.on ?? []],
      [true, cited.against ?? []],
    ] as const)
      for (const { id: keyPointId } of those)
        await database.manager.insert(Citations, { paragraphId: id, keyPointId, against });
    for (const passageId of cited.words ?? [])
      await database.manager.insert(PassageCitations, { paragraphId: id, passageId });
  };
  await paragraph(
    {
      kind: "AGREEMENT",
      text: "Le lien fait l’accord.",
      detail: `Un **lien**, dit <passage:${words.asIs.passage}>.\n\n- voir <keyPoint:${points.on.id}>\n- et <passage:${words.asIsTaken.passage}>`,
    },
    { on: [points.agreed, points.on], words: [words.asIs.passage, words.asIsTaken.passage] },
  );
  await paragraph({ kind: "DEBATE", text: "La distance." }, { on: [points.on], against: [points.against] });
  await paragraph({ kind: "MINORITY", text: "Quelques voix." }, { on: [points.against] });
  await paragraph({ kind: "QUOTE" }, { words: [words.asIs.passage] });
  await paragraph({ kind: "QUOTE" }, { words: [words.asIsHidden.passage] });
  await database.manager.insert(SetAsides, [
    { versionId: first.id, passageId: words.left.passage, reason: "OUT_OF_SCOPE", note: "Un autre groupe en parle." },
    { versionId: first.id, keyPointId: points.working.id, reason: "NOT_ACTIONABLE" },
  ]);
  // Published: what comes later changes nothing of what it rests on, but for words that are taken back or hidden.
  await keepAccounts(database.manager, first.id);
  await withdraw("taken", "asIsTaken");
  await database.query("update contribution set status = 'HIDDEN' where id = any($1)", [
    [words.hidden.contribution, words.asIsHidden.contribution],
  ]);
  const openedById = await personWith(database, ["REFERENT"]);
  const opened = { synthesisId: synthesis.id, openedById, openedOn: "2026-11-21" };
  await database.manager.insert(MinorityPositions, [
    { ...opened, key: "a", text: "La Bretagne tient à la distance.", territoryId: territories.bretagne!.id },
    { ...opened, key: "b", text: "canari-position qui attend des signatures" },
  ]);
  return { said, synthesis, first, draft, points, words, withdraw };
}
