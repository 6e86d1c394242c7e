import { describe, expect, test } from "vitest";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = answeringApi();
const { ids, inputOf, rows, stored, submit } = api;

describe("a stored response holds what was said, no more", () => {
  test("each long text becomes a contribution with what its author said of themselves", async () => {
    const input = inputOf(
      { text, sectors: ["ENERGY", "FOOD"], why: "Le soleil.", who: "SCIC" },
      { appearance: "NAMED", authorName: "Coopérative  des Watts" },
    );
    await submit(input);
    const response = await stored(input.key);
    expect(response).toMatchObject({ sectors: ["FOOD", "ENERGY"], organisation_type: "SCIC", channel: "ONLINE" });
    const found = await rows("select * from contribution where response_id = $1 order by body", [response.id]);
    expect(found.map(({ body }) => body)).toEqual(["Le soleil.", text]);
    for (const contribution of found)
      expect(contribution).toMatchObject({
        status: "VISIBLE",
        author_name: "Coopérative  des Watts",
        organisation_type: "SCIC",
        territory_id: api.small.territories.finistere!.id,
        region_id: api.small.territories.bretagne!.id,
        theme_id: api.small.theme.id,
        objective_id: api.small.objective.id,
        sectors: ["FOOD", "ENERGY"],
      });
    const answers = await rows("select question_id from answer where response_id = $1", [response.id]);
    expect(new Set(answers.map(({ question_id }) => question_id))).toEqual(new Set([ids.place, ids.sectors, ids.who]));
  });

  test("the answer to a question that is not asked is left out", async () => {
    const input = inputOf({ text, sectors: ["FOOD"], why: "Ceci ne se demande pas." });
    expect((await submit(input)).problems).toEqual([]);
    expect(await rows("select from contribution where body = 'Ceci ne se demande pas.'")).toHaveLength(0);
  });

  test("without a name nothing of who and when is kept: a day, no time, no name, an id drawn at random", async () => {
    const rapporteur = viewerOf({ id: null, displayName: "R", language: "fr" }, []);
    const input = inputOf({ text: "Sans nom." }, { authorName: "Jeanne" });
    await submit(input, "code", rapporteur);
    const response = await stored(input.key);
    expect(response).toMatchObject({ author_name: null, submitted_at: null });
    const [contribution] = await rows("select * from contribution where response_id = $1", [response.id]);
    expect(contribution).toMatchObject({ author_name: null, appearance: "ANONYMOUS" });
    const [entry] = await rows("select * from journal_entry where subject_id = $1", [response.id]);
    expect(entry).toMatchObject({ event: "response.submitted", actor_id: null, recorded_at: null });
    expect([response.id, contribution.id, entry.id].map((id) => id[14])).toEqual(["4", "4", "4"]);
  });

  test("the journal does not know who sends a response, even when they are signed in", async () => {
    const [person] = await rows("insert into person (display_name) values ('Quelqu’un') returning id");
    const someone = viewerOf({ id: person.id, displayName: "Quelqu’un", language: "fr" }, []);
    const input = inputOf({ text: "Depuis mon compte." });
    await submit(input, "code", someone);
    const [entry] = await rows("select * from journal_entry where subject_id = $1", [(await stored(input.key)).id]);
    expect(entry).toMatchObject({ actor_id: null, recorded_at: null });
  });

  test("under a name, the time is kept", async () => {
    const input = inputOf({ text }, { appearance: "NAMED", authorName: "Jeanne" });
    await submit(input);
    expect((await stored(input.key)).submitted_at).toBeInstanceOf(Date);
  });

  test("the day is that of the group: after midnight in Paris, it is the next one", async () => {
    const input = inputOf({ text });
    await submit(input);
    const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
    expect((await stored(input.key)).submitted_on).toBe(paris);
  });

  test("texts are kept in one form: trimmed, composed, without control characters", async () => {
    const word = uniqueWord();
    await submit(inputOf({ text: `  L’e\u0301pargne\u0007 reste ici.\r\nOui ${word}. ` }));
    expect(await rows("select from contribution where body = $1", [`L’épargne reste ici.\nOui ${word}.`])).toHaveLength(
      1,
    );
  });

  test("unpublished: its texts are counted and read by the team, published nowhere", async () => {
    const input = inputOf({ text: "À ne pas publier." }, { appearance: "UNPUBLISHED" });
    const { receipt } = await submit(input, "status progress contributions { body status trail { progress } }");
    expect(receipt).toEqual({
      status: "UNPUBLISHED",
      progress: "COUNTED",
      contributions: [{ body: "À ne pas publier.", status: "UNPUBLISHED", trail: { progress: "COUNTED" } }],
    });
  });

  test("a question for the team alone makes an unpublished text, whatever the rest", async () => {
    const input = inputOf({ text, aside: "Pour l’équipe." });
    const { receipt } = await submit(input, "contributions { body status }");
    expect(receipt.contributions).toEqual([
      { body: text, status: "VISIBLE" },
      { body: "Pour l’équipe.", status: "UNPUBLISHED" },
    ]);
  });

  test.each([
    "Écrivez-moi : jeanne@exemple.fr",
    "jeanne (at) exemple.fr",
    "Voir https://exemple.invalid/x",
    "voir www.exemple.fr",
    "tout est sur exemple.coop, allez-y",
    "Appelez le 06 12 34 56 78.",
    "Au +33 (0)2.98.00.00.00",
    "mon téléphone, 00 00 00 00 00, enlevez-le",
  ])("a link or contact details wait for a moderator, and it is told: %s", async (body) => {
    const { receipt } = await submit(inputOf({ text: body, aside: "Rien." }), "status contributions { status }");
    expect(receipt).toEqual({ status: "HELD", contributions: [{ status: "HELD" }, { status: "UNPUBLISHED" }] });
  });

  test.each([
    "Le prix est de 12.50 euros, soit 1 200 000 par an.",
    "Depuis 2012-06-20, 20 06 2012 14 30.",
    "C’est local.De loin aussi, etc.",
    "Moins de 3 intermédiaires (1, 2 ou 3)...",
  ])("what only looks like one does not wait: %s", async (body) => {
    const { receipt } = await submit(inputOf({ text: body }), "status");
    expect(receipt.status).toBe("VISIBLE");
  });

  test("a name that is a link makes all the texts under it wait", async () => {
    const named = { appearance: "NAMED", authorName: "www.exemple.fr" } as const;
    const { receipt } = await submit(inputOf({ text }, named), "status contributions { status }");
    expect(receipt).toEqual({ status: "HELD", contributions: [{ status: "HELD" }] });
  });
});
