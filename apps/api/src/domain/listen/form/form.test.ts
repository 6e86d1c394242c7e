import { validateDefinition } from "@cahier/schema/questionnaire/validate";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { surveyInLss, surveyOf, workbookOf } from "../../../../test/acts/forms.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { testSite } from "../../../../test/site/site.ts";
import { keptMails } from "../../../platform/mail/mail.ts";
import { Objectives, WorkingGroups } from "../../ground/group/group.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { RoleGrants } from "../../ground/role/role.entity.ts";
import { definitionFrom } from "../questionnaire/definition.ts";
import { outlineHeld } from "../questionnaire/questionnaire.desk.ts";
import { type Questionnaire, Questionnaires } from "../questionnaire/questionnaire.entity.ts";

const site = testSite({ demo: true });
const cookies: Record<string, string> = {};

/** Signs in as somebody who holds a role in a group. */
async function signedInAs(role: "FACILITATOR" | "RAPPORTEUR", groupId: string, name: string) {
  const email = `${name}@example.org`;
  await site.post("/auth/link", { email });
  const { text } = keptMails().find(({ to }) => to === email)!;
  const { headers } = await site.post("/auth/confirm", { token: /confirm\?token=(\S+)/.exec(text)![1] });
  const person = await site.database.manager.findOneByOrFail(Persons, { email });
  await site.database.manager.insert(RoleGrants, { personId: person.id, role, groupId });
  cookies[name] = String(headers["set-cookie"]).split(";")[0]!;
}

beforeAll(async () => {
  const { theme, group } = await smallInstance(site.database);
  const { identifiers } = await site.database.manager.insert(WorkingGroups, {
    slug: "ailleurs",
    themeId: theme.id,
    name: "Ailleurs",
    finalGoal: "Autre chose.",
    means: [],
  });
  await signedInAs("FACILITATOR", group.id, "animatrice");
  await signedInAs("FACILITATOR", identifiers[0]!.id as string, "voisin");
  await signedInAs("RAPPORTEUR", group.id, "rapporteure");
});

const send = (url: string, payload: Buffer, name = "animatrice", headers: Record<string, string> = {}) =>
  site.app.inject({
    method: "POST",
    url,
    payload,
    headers: { "content-type": "application/octet-stream", cookie: cookies[name] ?? "", ...headers },
  });

const survey = () =>
  workbookOf({
    survey: surveyOf([
      {
        type: "select_multiple secteurs or_other",
        name: "domaine",
        label: "Quels domaines ?",
        english: "Which sectors?",
      },
      { type: "begin group", name: "suite", label: "La suite" },
      { type: "note", name: "mot", label: "Un mot avant de continuer." },
      {
        type: "text",
        name: "pourquoi",
        label: "Pourquoi ?",
        appearance: "multiline",
        relevant: "selected(${domaine}, 'ENERGY')",
      },
      { type: "end group", name: "" },
      { type: "calculate", name: "calcul", calculation: "1 + 1" },
    ]),
    choices: [
      ["list_name", "name", "label::Français (fr)", "label::English (en)"],
      ["secteurs", "FOOD", "Alimentation", "Food"],
      ["secteurs", "ENERGY", "Énergie", "Energy"],
    ],
    settings: [["form_title"], ["Nos domaines"]],
  });

const wanted = (more: Record<string, string> = {}) =>
  `/forms/questionnaire?${String(new URLSearchParams({ name: "domaines.xlsx", objective: "objectif-1", title: "Nos domaines", key: crypto.randomUUID(), ...more }))}`;

const questionnaires = () => site.database.manager.count(Questionnaires);
const found = (slug: string) => site.database.manager.findOneByOrFail(Questionnaires, { slug });
const definition = async (questionnaire: Questionnaire) =>
  definitionFrom(questionnaire, await outlineHeld(site.database.manager, questionnaire.id));

describe("reading a form", () => {
  it("says what would be taken and what would not, and creates nothing", async () => {
    const before = await questionnaires();
    const answer = await send("/forms?name=domaines.xlsx", await survey());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      problems: [],
      form: {
        source: "XLSFORM",
        title: { text: "Nos domaines" },
        sections: [{ questions: [{ name: "domaine" }] }, { title: { text: "La suite" } }],
        notes: [{ outcome: "LEFT", code: "TYPE", place: "survey:7", name: "calcul", value: "calculate = 1 + 1" }],
      },
    });
    expect(await questionnaires()).toBe(before);
  });

  it("notes that its words are not in the language of the site, and nothing where they are", async () => {
    const english = Buffer.from(
      JSON.stringify({ locale: "en", elements: [{ type: "text", name: "a", title: "Why?" }] }),
    );
    const noted = async () => {
      const { form } = (await send("/forms?name=a.json", english)).json();
      return form.notes.flatMap(({ code, value }: Record<string, string>) => (code === "LANGUAGE" ? [value] : []));
    };
    expect(await noted()).toEqual(["en"]);
    await site.database.query("insert into instance (name, languages) values ('Yorkshire', 'ENGLISH')");
    expect(await noted()).toEqual([]);
    await site.database.query("delete from instance");
  });

  it("is for those who compose: a visitor and a rapporteur are refused before their file is read", async () => {
    const bomb = Buffer.from("PK what is not even a zip");
    for (const url of ["/forms", wanted()]) {
      expect((await send(url, bomb, "nobody")).statusCode).toBe(401);
      expect((await send(url, bomb, "rapporteure")).statusCode).toBe(403);
    }
  });

  it("is not called from another site", async () => {
    for (const [name, value] of Object.entries({ origin: "https://ailleurs.example", "sec-fetch-site": "cross-site" }))
      expect((await send("/forms", await survey(), "animatrice", { [name]: value })).statusCode).toBe(403);
  });

  it("refuses a file of 50 MB by its announced length, and one that does not announce it as it comes", async () => {
    for (const size of [50_000_000, 5_000_001]) {
      const answer = await send("/forms", Buffer.alloc(size));
      expect([answer.statusCode, answer.json()]).toEqual([
        413,
        { problems: [{ code: "TOO_LARGE", field: "file", value: null }] },
      ]);
    }
    const lying = await site.app.inject({
      method: "POST",
      url: "/forms",
      payload: Readable.from(Array.from({ length: 800 }, () => Buffer.alloc(65_536))),
      headers: { "content-type": "application/octet-stream", cookie: cookies.animatrice! },
    });
    expect(lying.statusCode).toBe(413);
  });

  it("says why a file cannot be read, and takes nothing but bytes", async () => {
    for (const url of ["/forms", wanted()]) {
      const answer = await send(url, Buffer.from("Bonjour"));
      expect([answer.statusCode, answer.json()]).toEqual([
        422,
        { problems: [{ code: "UNREADABLE_FILE", field: "file", value: "UNKNOWN" }] },
      ]);
    }
    expect((await site.post("/forms", { pages: [] }, { cookie: cookies.animatrice! })).statusCode).toBe(415);
  });
});

describe("creating from a form", () => {
  it("begins a draft with all its parts, questions, conditions and words in English", async () => {
    const answer = await send(wanted(), await survey());
    expect(answer.json()).toMatchObject({ problems: [] });
    const created = await found(answer.json<{ slug: string }>().slug);
    expect(created).toMatchObject({
      title: "Nos domaines",
      publishedAt: null,
      languages: ["fr"],
      revision: 1,
      version: 1,
    });
    const { sections } = await definition(created);
    expect(
      sections.map(({ title, questions }) => [title, questions.map(({ code, type }) => `${code} ${type}`)]),
    ).toEqual([
      ["Questions", [`${created.number}.1 MULTIPLE_CHOICE`]],
      ["La suite", [`${created.number}.T1 TEXT_BLOCK`, `${created.number}.2 LONG_TEXT`]],
    ]);
    const [domaine] = sections[0]!.questions;
    expect(sections[1]!.questions[1]!.visibleIf).toEqual({ question: domaine!.id, contains: "ENERGY" });
    expect(domaine).toMatchObject({
      allowOther: true,
      options: [{ value: "FOOD", label: "Alimentation" }, { value: "ENERGY" }, { value: "OTHER", label: "Autre" }],
      translations: { en: { label: "Which sectors?", options: { FOOD: "Food", ENERGY: "Energy", OTHER: "Other" } } },
    });
  });

  it("lacks nothing but reasons and a territory to be published", async () => {
    const { slug } = (await send(wanted(), await survey())).json<{ slug: string }>();
    const flaws = validateDefinition(await definition(await found(slug))).map(({ code }) => code);
    expect(new Set(flaws)).toEqual(new Set(["RATIONALE_MISSING", "TERRITORY_NOT_ASKED"]));
  });

  it("lacks nothing else whatever its types were in LimeSurvey", async () => {
    const types = "L!OYGMPTUSQKNDFHABCE1:;R5X".split("");
    const parts = (parent: number) =>
      [0, 1].map((scale_id) => ({
        qid: 1000 + 2 * parent + scale_id,
        parent_qid: parent,
        title: "SQ",
        question_order: 1,
        scale_id,
      }));
    const answers = (qid: number) =>
      [0, 1].map((scale_id) => ({ qid, code: "été", answer: "Oui", scale_id, language: "fr" }));
    const file = surveyInLss(
      types.map((type) => ({ type, other: "Y" })),
      {
        subquestions: types.flatMap((_, index) => parts(10 + index)),
        answers: types.flatMap((_, index) => answers(10 + index)),
        question_attributes: types.map((_, index) => ({
          qid: 10 + index,
          attribute: "min_answers",
          value: "9",
          language: "",
        })),
      },
    );
    const { slug } = (await send(wanted(), file)).json<{ slug: string }>();
    const read = await definition(await found(slug));
    expect(read.sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(types.length);
    const flaws = new Set(validateDefinition(read).map(({ code }) => code));
    expect(flaws).toEqual(new Set(["RATIONALE_MISSING", "TERRITORY_NOT_ASKED"]));
  });

  it("creates once what is sent twice, even at the same time, with another title too; the same key for another objective is refused", async () => {
    const url = wanted();
    const before = await questionnaires();
    const file = await survey();
    const answers = await Promise.all([send(url, file), send(url, file), send(url, file)]);
    expect(new Set(answers.map((answer) => answer.json<{ slug: string }>().slug)).size).toBe(1);
    expect(await questionnaires()).toBe(before + 1);
    const { slug } = answers[0].json<{ slug: string }>();
    const renamed = () => send(url.replace("title=Nos+domaines", "title=Autre+titre"), file);
    for (let n = 0; n < 2; n++) expect((await renamed()).json()).toEqual({ problems: [], slug });
    expect([(await found(slug)).title, await questionnaires()]).toEqual(["Autre titre", before + 1]);
    // Edited since, it keeps its title.
    expect((await send(url, file)).json()).toEqual({ problems: [], slug });
    expect((await found(slug)).title).toBe("Autre titre");
    const { id: _, ...objective } = await site.database.manager.findOneByOrFail(Objectives, { slug: "objectif-1" });
    await site.database.manager.insert(Objectives, { ...objective, slug: "objectif-2", number: 2 });
    const other = await send(url.replace("objectif-1", "objectif-2"), file);
    expect(other.json()).toEqual({ problems: [{ code: "CONFLICT", field: "key", value: null }] });
  });

  it("numbers on from the questionnaires of its group", async () => {
    const slugs = [];
    for (let n = 0; n < 2; n++) slugs.push((await send(wanted(), await survey())).json<{ slug: string }>().slug);
    const [first, second] = await Promise.all(slugs.map(found));
    expect(second!.number).toBe(first!.number + 1);
  });

  it.each([
    [{ title: " " }, { code: "REQUIRED", field: "title" }],
    [{ title: "x".repeat(201) }, { code: "TOO_LONG", field: "title" }],
    [{ objective: "nulle-part" }, { code: "UNKNOWN_CHOICE", field: "objective" }],
    [{ key: "pas-un-id" }, { code: "WRONG_KIND", field: "key" }],
  ])("is refused by field with %o", async (more, problem) => {
    const before = await questionnaires();
    const answer = await send(wanted(more), await survey());
    expect([answer.statusCode, answer.json().problems]).toMatchObject([422, [problem]]);
    expect(await questionnaires()).toBe(before);
  });

  it("is refused to whoever composes for another group", async () => {
    const before = await questionnaires();
    expect((await send(wanted(), await survey(), "voisin")).statusCode).toBe(403);
    expect(await questionnaires()).toBe(before);
  });

  it("leaves nothing behind when it breaks half-way", async () => {
    const before = await questionnaires();
    await site.database.query("alter table question add constraint broken check (label <> 'Pourquoi ?') not valid");
    expect((await send(wanted(), await survey())).statusCode).toBe(500);
    await site.database.query("alter table question drop constraint broken");
    expect(await questionnaires()).toBe(before);
    expect(
      await site.database.query(
        "select 1 from section s where not exists (select from questionnaire q where q.id = s.questionnaire_id)",
      ),
    ).toEqual([]);
  });

  it("writes who brought it, from which file", async () => {
    const { slug } = (await send(wanted(), await survey())).json<{ slug: string }>();
    const { id, composedById } = await found(slug);
    const [entry] = await site.database.query<[object]>(
      "select event, actor_id as actor, data->>'from' as file from journal_entry where subject_id = $1",
      [id],
    );
    expect(entry).toEqual({ event: "questionnaire.created", actor: composedById, file: "domaines.xlsx" });
  });

  it("takes a survey of LimeSurvey by the same way", async () => {
    const file = surveyInLss([{ type: "T", question: "<p>Pourquoi&nbsp;?</p>" }]);
    const { slug } = (await send(wanted({ name: "sondage.lss" }), file)).json<{ slug: string }>();
    expect((await definition(await found(slug))).sections[0]!.questions[0]!.label).toBe("Pourquoi\u00a0?");
  });
});
