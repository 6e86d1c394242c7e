import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { added } from "../../../../test/rows/builders.ts";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { labels, openedIn } from "../../../../test/acts/opened.ts";
import { KeyPoints } from "./keyPoint.entity.ts";
import { Citations, Syntheses, SynthesisParagraphs, SynthesisVersions } from "../synthesis/synthesis.entity.ts";

const api = composingApi();
const { done, refused, rows } = api;
const { given, open } = openedIn(api);

const sentences = ["On se connaît.", "On s’entraide.", "On y gagne."];
let points: string[];

/** A published synthesis that rests on three key points, and a fourth that none rests on. */
beforeAll(async () => {
  const { database, small } = api;
  const objectiveId = small.objective.id;
  const stated = (sentence: string, number: number) =>
    added(database, KeyPoints, {
      ...{ objectiveId, number, sentence, nature: "FINDING", state: "STATED" },
      statedOn: "2012-04-02",
    });
  const synthesis = await added(database, Syntheses, {
    ...{ slug: "point-d-etape", objectiveId, title: "Le point d’étape", state: "PUBLISHED" },
  });
  const published = { version: 1, state: "PUBLISHED" as const, publishedAt: new Date() };
  const version = await added(database, SynthesisVersions, { synthesisId: synthesis.id, ...published });
  const { id: paragraphId } = await added(database, SynthesisParagraphs, {
    ...{ versionId: version.id, originId: version.id, kind: "AGREEMENT" as const, position: 1, text: "On se connaît." },
  });
  points = [];
  for (const [index, sentence] of sentences.entries()) {
    const { id: keyPointId } = await stated(sentence, index + 1);
    await database.manager.insert(Citations, { paragraphId, keyPointId });
    points.push(keyPointId);
  }
  points.push((await stated("Nul ne s’y appuie.", 4)).id);
});

const words = (composed: any) => composed.question.options.map(({ value }: any) => value);

it("carries the key points of a published synthesis to a question: linked, before what was there, and served", async () => {
  const draft = await api.draft();
  const { id: questionId, version } = asking(draft, labels.choice);
  const carried = await done("carryKeyPoints", { questionId, version, keyPointIds: [points[1], points[0], points[1]] });
  const options = [
    { value: "KP1-02", label: sentences[1], keyPointId: points[1] },
    { value: "KP1-01", label: sentences[0], keyPointId: points[0] },
    { value: "LA_PREMIERE", label: "La première", keyPointId: null },
    { value: "LA_SECONDE", label: "La seconde", keyPointId: null },
  ];
  expect(asking(carried, labels.choice)).toMatchObject({ question: { options }, retiredOptions: [] });

  await done("publishQuestionnaire", { id: draft.id }, api.team[1]);
  const { slug } = draft.questionnaire;
  const { data } = await api.ask(
    "query ($slug: String!) { questionnaire(slug: $slug) { sections { questions { label options { value label keyPointId } } } } }",
    { slug },
  );
  const served = data.questionnaire.sections[0].questions.find(({ label }: any) => label === labels.choice);
  expect(served.options).toEqual(options);
});

it("keeps their values and what was answered when they are carried again in another order", async () => {
  const asked = await open();
  const carry = async (keyPointIds: string[], reason = "Le point d’étape est paru.") => {
    const { id: questionId, version } = await asked.find(labels.choice);
    return asking(await done("carryKeyPoints", { questionId, version, keyPointIds, reason }), labels.choice);
  };
  expect(words(await carry(points.slice(0, 2)))).toEqual(["KP1-01", "KP1-02", "LA_PREMIERE", "LA_SECONDE"]);
  const response = await asked.answer({ [labels.choice]: "KP1-01" });
  await rows("update key_point set sentence = 'On se connaît mieux.' where id = $1", [points[0]]);

  const again = await carry([points[2]!, points[1]!, points[0]!]);
  expect(words(again)).toEqual(["KP1-03", "KP1-02", "KP1-01", "LA_PREMIERE", "LA_SECONDE"]);
  expect(again.question.options[2]).toEqual({ value: "KP1-01", label: sentences[0], keyPointId: points[0] });
  const less = await carry([points[2]!]);
  expect(words(less)).toEqual(["KP1-03", "LA_PREMIERE", "LA_SECONDE"]);
  expect(less.retiredOptions.map(({ value }: any) => value).toSorted()).toEqual(["KP1-01", "KP1-02"]);
  expect(words(await carry([points[0]!, points[2]!]))).toEqual(["KP1-01", "KP1-03", "LA_PREMIERE", "LA_SECONDE"]);
  const kept = (await given(response)).answers as Record<string, unknown[]>;
  expect(kept[labels.choice]![0]).toBe("KP1-01");
  await rows("update key_point set sentence = $2 where id = $1", [points[0], sentences[0]]);
});

it("refuses a key point that no published synthesis rests on, or that is not there, and changes nothing", async () => {
  const draft = await api.draft();
  const { id: questionId, version } = asking(draft, labels.choice);
  for (const stranger of [points[3], randomUUID()])
    expect(await refused("carryKeyPoints", { questionId, version, keyPointIds: [points[0], stranger] })).toBe(
      "UNKNOWN_CHOICE keyPointIds",
    );
  const now = await api.composedQuestionnaire(draft.questionnaire.slug);
  expect(words(asking(now, labels.choice))).toEqual(["LA_PREMIERE", "LA_SECONDE"]);
});
