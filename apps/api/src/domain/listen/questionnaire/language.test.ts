import { describe, expect, it } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { labels, openedIn } from "../../../../test/acts/opened.ts";
import { statementsOf } from "../../../../test/site/statements.ts";

const api = composingApi();
const { done, rows } = api;
const { open } = openedIn(api);

const page = `query ($slug: String!, $language: Language) { questionnaire(slug: $slug, language: $language) {
  title intro language languages sections { title intro
    questions { label plain help rationale options { value label } } } } }`;
const read = async (slug: string, language: string | null = null) =>
  (await api.ask(page, { slug, language })).data.questionnaire;

/** A questionnaire with some English, that offers it. */
async function bilingual() {
  const asked = await open();
  const { id, version, sections } = await asked.now();
  await done("editQuestionnaire", { id, version, englishTitle: "A questionnaire", offeredInEnglish: true });
  await done("editSection", { id: sections[0].id, version: sections[0].version, englishTitle: "A part" });
  const english = { label: "Which one?", options: { LA_PREMIERE: "The first", NOWHERE: "x" }, rationale: "" };
  expect((await asked.edit(labels.choice, { english })).problems).toEqual([]);
  return asked;
}

describe("a questionnaire that is offered in English", () => {
  it("is served in English, and field by field in French where it is not translated", async () => {
    const { slug } = await bilingual();
    expect(await read(slug, "en")).toMatchObject({
      title: "A questionnaire",
      language: "en",
      languages: ["fr", "en"],
      sections: [
        {
          title: "A part",
          intro: null,
          questions: [
            { label: labels.place },
            {
              label: "Which one?",
              rationale: "Pour savoir.",
              options: [
                { value: "LA_PREMIERE", label: "The first" },
                { value: "LA_SECONDE", label: "La seconde" },
              ],
            },
            { label: labels.text },
          ],
        },
      ],
    });
    expect(await read(slug, "fr")).toMatchObject({ title: "Un questionnaire", language: "fr" });
    expect(await read(slug)).toMatchObject({ title: "Un questionnaire", language: "fr" });
  });

  it("costs no statement more", async () => {
    const { slug } = await bilingual();
    const french = await statementsOf(() => read(slug));
    expect((await statementsOf(() => read(slug, "en"))).length).toBe(french.length);
    expect(french.length).toBeLessThanOrEqual(2);
  });

  it("is served in French once it no longer offers it, and keeps the words", async () => {
    const asked = await bilingual();
    const { id, version } = await asked.now();
    const now = await done("editQuestionnaire", { id, version, offeredInEnglish: false });
    expect(await read(asked.slug, "en")).toMatchObject({
      title: "Un questionnaire",
      language: "fr",
      languages: ["fr"],
    });
    expect(now.english).toEqual({ title: "A questionnaire", intro: null });
  });

  it("takes no reason to be translated after answers, and one to be translated otherwise", async () => {
    const asked = await bilingual();
    await asked.answer({ [labels.choice]: "LA_PREMIERE", [labels.text]: "Parce que." });
    const { composedQuestionnaire: now } = await asked.edit(labels.text, { english: { label: "Why?" } });
    expect(asking(now, labels.text)).toMatchObject({ english: { label: "Why?" }, question: { revision: 1 } });
    expect((await asked.edit(labels.text, { english: { label: "What for?" } })).problems[0]).toMatchObject({
      code: "REQUIRED",
      field: "reason",
    });
    const reason = "Faux ami.";
    const after = (await asked.edit(labels.text, { english: { label: "What for?" }, reason })).composedQuestionnaire;
    expect(asking(after, labels.text)).toMatchObject({ question: { revision: 2 }, revisions: [{ reason: null }] });
    const [was] = await rows(
      "select translations -> 'en' ->> 'label' as label from question_revision where question_id = $1 and revision = 1",
      [asking(after, labels.text).id],
    );
    expect(was).toEqual({ label: "Why?" });
  });

  it("takes a translation away when it is emptied", async () => {
    const asked = await bilingual();
    const now = (await asked.edit(labels.choice, { english: { label: "", options: { LA_PREMIERE: null } } }))
      .composedQuestionnaire;
    expect(asking(now, labels.choice).english).toBeNull();
    const { id, version } = now;
    expect((await done("editQuestionnaire", { id, version, englishTitle: "" })).english.title).toBeNull();
  });
});
