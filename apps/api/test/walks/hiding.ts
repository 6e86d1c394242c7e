import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import { citedInSynthesis } from "../rows/cited.ts";
import type { seededApi } from "../site/demo.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf } from "../site/people.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** The word of all texts that are hidden. */
export const hiddenWord = /zinzolin/i;
export const quoted = "Le zinzolin relie les voisins du quai.";
/** Words of another text, cited where that one is: the last one is masked. */
const numbered = "La passerelle relie les voisins du quai, au numéro Kilimandjaro.";
export const maskedWord = /kilimandjaro/i;
/** Words beside that text. */
export const around = /relie les voisins du quai, au numéro/;

/** A text of each kind to be hidden, and one of which a word is masked, where pages and files quote them. */
export function hiding(api: ReturnType<typeof seededApi>) {
  const { act, ways, respond } = heldTexts(api);
  let moderator: Viewer;
  let code: string;
  /** Texts of which the word that names somebody is masked. */
  const masked: { kind: string; textId: string }[] = [];
  /** The ids of one text of each kind, with its kind. */
  const texts: { kind: string; textId: string }[] = [];

  beforeAll(async () => {
    moderator = await holderOf(api.database, "MODERATOR");
    const receipt = await respond({ "4.2": quoted });
    ({ code } = receipt);
    const textId = receipt.contributions[0]!.id;
    texts.push({ kind: "CONTRIBUTION", textId });
    for (const kind of Object.keys(ways) as (keyof typeof ways)[])
      if (kind !== "CONTRIBUTION")
        texts.push({ kind, textId: (await ways[kind](`Un zinzolin du quai ${uniqueWord()}.`)).id });
    const [document] = await api.database.query(
      `insert into document (slug, group_id, kind, title, purpose, attribution, version, published_on, sections)
       select $1, id, 'FILE', 'Un plan en zinzolin', 'Un zinzolin du quai.', 'Zinzolin', 1, now(), '[]'
       from working_group where slug = 'circuits-courts' returning id`,
      [uniqueWord()],
    );
    texts.push({ kind: "DOCUMENT", textId: document.id });
    // Each stands where others are shown with it: a document of meetings, an example of proposals, what a text tells of.
    const initiative = texts.find(({ kind }) => kind === "INITIATIVE")!.textId;
    for (const [links, id] of [
      ["meeting_document (meeting_id, document_id) select id, $1 from meeting where not draft", document.id],
      [
        "proposal_initiative (initiative_id, proposal_id) select $1, id from proposal where state <> 'DRAFT'",
        initiative,
      ],
      [
        "initiative_contribution (initiative_id, contribution_id, linked_on) select $1, id, now() from contribution where status = 'VISIBLE' limit 5",
        initiative,
      ],
    ])
      await api.database.query(`insert into ${links}`, [id]);
    // Comments on a text repeat its words, and are not hidden themselves.
    for (const said of texts.filter((it) => it.kind === "CONTRIBUTION" || it.kind === "AMENDMENT"))
      await api.database.query(
        `insert into reaction (key, code_digest, subject, subject_id, kind, text, status, reacted_on)
         values ($2::text, $2::text, $1, $2::uuid, 'COMPLETE', 'Le zinzolin, je l’ai vu.', 'VISIBLE', now())`,
        [said.kind, said.textId],
      );
    const other = await respond({ "4.2": numbered });
    const maskedId = other.contributions[0]!.id;
    masked.push({ kind: "CONTRIBUTION", textId: maskedId });
    // Names that addresses are made of.
    const { proposed } = await act(
      "proposeInitiative",
      {
        key: randomUUID(),
        consent: true,
        sheet: {
          name: "Le verger de Kilimandjaro",
          territory: "finistere",
          sector: "CULTURE",
          summary: "Des arbres du quai.",
          criteria: [{ key: "SOCIAL_LINK", score: 3, reason: "Un repas chaque mois." }],
          results: [],
          obstacles: [],
          levers: [],
        },
      },
      "proposed { initiative { id slug } }",
    );
    expect(proposed.initiative.slug).toMatch(maskedWord);
    masked.push({ kind: "INITIATIVE", textId: proposed.initiative.id });
    await api.database.query("update initiative set state = 'VALIDATED' where id = $1", [proposed.initiative.id]);
    await api.database.query(
      "insert into proposal_initiative (initiative_id, proposal_id) select $1, id from proposal where state <> 'DRAFT'",
      [proposed.initiative.id],
    );
    for (const [kind, text] of [
      [
        "DOCUMENT",
        `insert into document (slug, group_id, kind, title, purpose, attribution, version, published_on, sections)
         select 'le-plan-de-kilimandjaro', id, 'FILE', 'Le plan de Kilimandjaro', 'Un quai.', 'x', 1, now(), '[]'
         from working_group where slug = 'circuits-courts' returning id`,
      ],
      [
        "ORGANISATION",
        `insert into organisation (slug, likeness, name, kind, about, status, state, registered_on)
         values ('l-atelier-kilimandjaro', 'kilimandjaro', 'L’atelier Kilimandjaro', 'SCIC', 'Un quai.', 'VISIBLE', 'CONFIRMED', now())
         returning id`,
      ],
    ] as const)
      masked.push({ kind, textId: (await api.database.query<[{ id: string }]>(text))[0].id });
    // Cited by each version of a published synthesis, in a paragraph of words and in a quotation.
    for (const [id, words] of [
      [textId, quoted],
      [maskedId, numbered],
    ] as const) {
      const passageId = await citedInSynthesis(api.database, id, words);
      await api.database.query(
        `insert into key_point_passage (key_point_id, passage_id) select k.id, $1 from key_point k
         join objective o on o.id = k.objective_id where o.slug = 'objectif-1' order by k.number limit 1`,
        [passageId],
      );
    }
  });

  return {
    /** The code of the receipt of whoever wrote what is quoted. */
    get code() {
      return code;
    },
    /** All are reported, then hidden in one act, and a word of another is masked: what takes the first back. */
    async hide() {
      for (const { kind, textId } of texts) await act("reportText", { kind, textId, reason: "INSULT" }, "");
      for (const name of masked) await act("reportText", { ...name, reason: "PERSON" }, "");
      const { data } = await api.ask(
        "{ moderationDesk { held(first: 50) { nodes { id kind version parts { name text } } } } }",
        {},
        moderator,
      );
      const nodes: { id: string; version: string; parts: { name: string; text: string | null }[] }[] =
        data.moderationDesk.held.nodes;
      const heldOf = ({ kind, textId }: { kind: string; textId: string }) =>
        nodes.find(({ id }) => id === `${kind}:${textId}`)!;
      const read = texts.map((name) => ({ ...name, version: heldOf(name).version }));
      const { rulings } = await act(
        "ruleTexts",
        { texts: read, outcome: "HIDDEN", reason: "INSULT" },
        "rulings { id }",
        moderator,
      );
      expect(rulings).toHaveLength(texts.length);
      for (const name of masked) {
        const { version, parts } = heldOf(name);
        const masks = parts.flatMap(({ name: part, text }) => {
          const start = text?.indexOf("Kilimandjaro") ?? -1;
          return start < 0 ? [] : [{ part, start, end: start + "Kilimandjaro".length }];
        });
        const ruled = await act(
          "ruleText",
          { ...name, version, outcome: "MASKED", reason: "CONTACT", masks },
          "",
          moderator,
        );
        expect(ruled.problems).toEqual([]);
      }
      return () => act("undoRuling", { id: rulings[0].id, batch: true }, "", moderator);
    },
  };
}
