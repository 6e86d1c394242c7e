import { describe, expect, it } from "vitest";
import { composingApi } from "../../../../test/acts/composing.ts";
import { openedIn } from "../../../../test/acts/opened.ts";

const api = composingApi();
const { done, draft, refused, team } = api;
const { open } = openedIn(api);

describe("a questionnaire that is announced", () => {
  it("is a draft again until it opens: as one that was never published, what was changed meanwhile included", async () => {
    const { id, questionnaire } = await draft("Trop tôt");
    const { sections } = await done("publishQuestionnaire", { id }, team[1]);
    const [place, , text] = sections[0].questions;
    await done("editQuestion", { id: text.id, version: text.version, label: "Et aussi ?" });
    await done("removeQuestion", { id: sections[0].questions[1].id });
    await done("addQuestion", { sectionId: sections[0].id, type: "LONG_TEXT", label: "Sans dire pourquoi" });
    const read = async () => (await api.ask(`{ questionnaire(slug: "${questionnaire.slug}") { id } }`)).data;
    expect(await read()).toEqual({ questionnaire: { id } });

    const back = await done("unpublishQuestionnaire", { id });
    expect(back).toMatchObject({ publishedBy: null, publicationAskedBy: null, flaws: [{ code: "RATIONALE_MISSING" }] });
    expect(back.questionnaire).toMatchObject({ state: "DRAFT", revision: 1, publishedAlone: false });
    expect(back.history[0]).toMatchObject({ event: "questionnaire.unpublished", by: "Anne Exemple" });
    const kept = back.sections[0].questions;
    const told = (one: any) => [one.question.label, one.retired, one.question.revision, one.revisions.length];
    expect(kept.map(told)).toEqual([
      ["D’où parlez-vous ?", false, 1, 0],
      ["Et aussi ?", false, 1, 0],
      ["Sans dire pourquoi", false, 1, 0],
      ["Laquelle ?", true, 1, 0],
    ]);
    expect(await read()).toEqual({ questionnaire: null });
    // A second press changes nothing.
    expect((await done("unpublishQuestionnaire", { id })).version).toBe(back.version);

    // Its words change in place, what was retired is asked again, and it is published as any draft is.
    await done("editQuestion", { id: place.id, version: kept[0].version, label: "D’où êtes-vous ?" });
    await done("restoreQuestion", { id: kept[3].id });
    const ready = await done("editQuestion", { id: kept[2].id, version: kept[2].version, rationale: "Pour savoir." });
    expect(ready).toMatchObject({ flaws: [], questionnaire: { revision: 1 } });
    expect((await done("publishQuestionnaire", { id }, team[1])).questionnaire.state).toBe("SCHEDULED");
  });

  it("stays so once it is open", async () => {
    const { id } = await open();
    expect(await refused("unpublishQuestionnaire", { id })).toBe("NOT_NOW");
  });
});
