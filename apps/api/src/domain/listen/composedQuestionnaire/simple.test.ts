import { describe, expect, it } from "vitest";
import { composingApi } from "../../../../test/acts/composing.ts";

const api = composingApi();
const { done, draft, refused, rows } = api;

const simple = `plainIntro sections { plainIntro questions { plain help plainHelp options { value label plain } } }`;

/** A published questionnaire, as its readers see it. */
async function read(slug: string, language: "fr" | "en") {
  const text = `query ($slug: String!, $language: Language) { questionnaire(slug: $slug, language: $language) { ${simple} } }`;
  return (await api.ask(text, { slug, language })).data.questionnaire;
}

async function written() {
  const made = await draft();
  const [section] = made.sections;
  const [, choice] = section.questions;
  await done("editQuestionnaire", { id: made.id, version: made.version, plainIntro: "Dites ce que vous voulez." });
  await done("editSection", { id: section.id, version: section.version, plainIntro: "Ici, on parle de vous." });
  const values = choice.question.options.map(({ value }: any) => value);
  const plainWords = { help: "Cochez une case.", options: { [values[0]]: "Une", NOWHERE: "Rien" } };
  const composed = await done("editQuestion", {
    ...{ id: choice.id, version: choice.version, help: "Une seule réponse.", plainWords },
  });
  await rows("update questionnaire set published_at = now() - interval '1 second' where id = $1", [made.id]);
  return { composed, choice, section, values, slug: composed.questionnaire.slug as string };
}

describe("the simple version of a questionnaire", () => {
  it("reaches its introductions, its helps and its choices; what nobody wrote is absent", async () => {
    const { slug } = await written();
    const found = await read(slug, "fr");
    expect(found).toMatchObject({
      plainIntro: "Dites ce que vous voulez.",
      sections: [{ plainIntro: "Ici, on parle de vous." }],
    });
    expect(found.sections[0].questions[1]).toMatchObject({
      plainHelp: "Cochez une case.",
      options: [{ plain: "Une" }, { plain: null }],
    });
    expect(found.sections[0].questions[0]).toMatchObject({ plain: null, plainHelp: null });
  });

  it("is written in English too; a text that is translated without simple words is told in its own", async () => {
    const { slug, composed, choice, section, values } = await written();
    await rows("update questionnaire set languages = '{fr,en}' where slug = $1", [slug]);
    const [, now] = composed.sections[0].questions;
    const english = {
      help: "One answer only.",
      options: { [values[0]]: "The first", [values[1]]: "The second" },
      plainOptions: { [values[1]]: "Two" },
    };
    await rows("update questionnaire set published_at = null where slug = $1", [slug]);
    await done("editQuestion", { id: choice.id, version: now.version, english });
    await done("editSection", { id: section.id, version: 2, englishPlainIntro: "Here we speak of you." });
    await rows("update questionnaire set published_at = now() - interval '1 second' where slug = $1", [slug]);
    const found = await read(slug, "en");
    expect(found).toMatchObject({
      plainIntro: "Dites ce que vous voulez.",
      sections: [{ plainIntro: "Here we speak of you." }],
    });
    expect(found.sections[0].questions[1]).toMatchObject({
      help: "One answer only.",
      plainHelp: null,
      options: [
        { label: "The first", plain: null },
        { label: "The second", plain: "Two" },
      ],
    });
    // The French words are unchanged.
    expect((await read(slug, "fr")).sections[0].questions[1].options[0]).toMatchObject({ plain: "Une" });
  });

  it("goes with a copy, is taken away by an empty text, and is bounded like the words beside it", async () => {
    const { composed, choice, values } = await written();
    await rows("update questionnaire set published_at = null where id = $1", [composed.id]);
    const copied = await done("duplicateQuestion", { id: choice.id });
    const [, now, copy] = copied.sections[0].questions;
    expect(copy.id).not.toBe(choice.id);
    const [own] = await rows("select translations from question where id = $1", [copy.id]);
    expect(own.translations.plain).toEqual({ help: "Cochez une case.", options: { [values[0]]: "Une" } });
    const where = { id: choice.id, version: now.version };
    expect(await refused("editQuestion", { ...where, plainWords: { help: "x".repeat(601) } })).toBe(
      "TOO_LONG plainWords.help",
    );
    expect(await refused("editQuestion", { ...where, plainWords: { options: { [values[0]]: 3 } } })).toBe(
      "WRONG_KIND plainWords.options",
    );
    await done("editQuestion", { ...where, plainWords: { help: "  ", options: { [values[0]]: "" } } });
    const [after] = await rows("select translations from question where id = $1", [choice.id]);
    expect(after.translations).toEqual({});
  });
});
