import { describe, expect, it } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { options } from "../../../../test/acts/responses.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = composingApi();
const { done, draft, questionnaireWith, refused, rows } = api;

const begin = (fromId: string, title = "Le nôtre") => ({ objective: api.small.objective.slug, title, fromId });

describe("a questionnaire that begins from another one", () => {
  it("asks all that it asks, under ids of its own, with conditions that look at its own questions", async () => {
    const { questionnaire, ids } = await questionnaireWith(
      [
        { code: "9.1", type: "TERRITORY", required: true },
        {
          code: "9.2",
          type: "SINGLE_CHOICE",
          settings: { options: [...options("A", "B"), { value: "C", label: "C", retired: true }] },
        },
        {
          code: "9.3",
          type: "LONG_TEXT",
          visibility: "TEAM",
          plain: "Pourquoi donc ?",
          settings: { visibleIf: { not: { question: "code:9.2", equals: "A" } }, maxLength: 300 },
        },
        { code: "9.4", type: "DATE", retiredFrom: 2, retiredReason: "Assez." },
      ],
      { repeats: "9.2", revision: 2, anonymous: true, languages: ["fr", "en"] },
    );
    await rows(`update question set translations = '{"en": {"label": "Why?"}}' where id = $1`, [ids["9.3"]]);
    const copy = await done("createQuestionnaire", begin(questionnaire.id));
    const { number, repeatQuestionId } = copy.questionnaire;
    const asked = copy.sections[0].questions;
    expect(copy.sections[0].title).toBe("Une partie");
    expect(asked.map(({ question }: any) => [question.code, question.type, question.revision])).toEqual([
      [`${number}.1`, "TERRITORY", 1],
      [`${number}.2`, "SINGLE_CHOICE", 1],
      [`${number}.3`, "LONG_TEXT", 1],
    ]);
    const own = asked.map(({ id }: any) => id);
    expect(own.filter((id: string) => Object.values(ids).includes(id))).toEqual([]);
    expect(repeatQuestionId).toBe(own[1]);
    expect(asked[1]).toMatchObject({ question: { options: [{ value: "A" }, { value: "B" }] }, retiredOptions: [] });
    expect(asked[2]).toMatchObject({
      english: { label: "Why?" },
      question: {
        plain: "Pourquoi donc ?",
        visibility: "TEAM",
        maxLength: 300,
        visibleIf: { not: { question: own[1], equals: "A" } },
      },
    });
    expect(copy).toMatchObject({
      flaws: [],
      composedBy: "Anne Exemple",
      questionnaire: { title: "Le nôtre", state: "DRAFT", anonymous: true, languages: ["fr", "en"], revision: 1 },
    });
  });

  it("changes nothing of the one it came from", async () => {
    const source = await draft("La source");
    const copy = await done("createQuestionnaire", begin(source.id));
    const { id, version } = asking(copy, "Pourquoi ?");
    await done("editQuestion", { id, version, label: "Autrement ?" });
    const [{ count }] = await rows(
      "select count(*)::int from question where questionnaire_id = $1 and label = 'Pourquoi ?'",
      [source.id],
    );
    expect(count).toBe(1);
  });

  it("may be a template or what is public of any group, not the draft of another one", async () => {
    await rows("update questionnaire set template = false");
    const template = await draft("Un modèle");
    await done("editQuestionnaire", { id: template.id, version: template.version, template: true });
    const secret = await draft("Un brouillon");
    const { questionnaire: open } = await questionnaireWith([{ code: "1", type: "TERRITORY" }], { title: "Public" });
    const [group] = await rows(
      `insert into working_group (slug, theme_id, name, final_goal, means) select gen_random_uuid()::text, theme_id, 'Autres', '', '[]'
       from working_group limit 1 returning id, slug`,
    );
    const [{ slug: objective }] = await rows(
      `insert into objective (slug, group_id, number, name, question, expected_output)
       values (gen_random_uuid()::text, $1, 1, 'a', 'b', 'c') returning slug`,
      [group.id],
    );
    const elsewhere = viewerOf({ ...api.team[1]! }, [{ role: "FACILITATOR", groupId: group.id, territoryId: null }]);
    const { data } = await api.ask(
      "{ questionnaireDesk { sources { id title template questionCount groupName } } }",
      {},
      elsewhere,
    );
    const { sources } = data.questionnaireDesk;
    expect(sources[0]).toEqual({
      id: template.id,
      title: "Un modèle",
      template: true,
      questionCount: 3,
      groupName: "Circuits courts",
    });
    expect(sources.map(({ id }: any) => id)).toContain(open.id);
    expect(sources.map(({ id }: any) => id)).not.toContain(secret.id);
    const taken = await rows("select from questionnaire where slug = 'questionnaire-1'");
    const theirs = { objective, title: "Le leur" };
    const copy = await done("createQuestionnaire", { ...theirs, fromId: template.id }, elsewhere);
    expect(copy.template).toBe(false);
    expect(await refused("createQuestionnaire", { ...theirs, fromId: secret.id }, elsewhere)).toBe(
      "UNKNOWN_CHOICE fromId",
    );
    const slug = taken.length > 0 ? `questionnaire-1-${group.slug}` : "questionnaire-1";
    expect(copy.questionnaire).toMatchObject({ number: 1, slug });
  });
});
