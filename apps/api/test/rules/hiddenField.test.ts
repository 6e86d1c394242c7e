/** A field that people neither see nor reach, and many machines fill: what bears it is read before it appears. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { filledHeader, hiddenField } from "@cahier/schema/hiddenField";
import { expect, test } from "vitest";
import { seededTemplate } from "../site/demo.ts";
import { testSite } from "../site/site.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

const site = testSite({ demo: true }, undefined, seededTemplate);
const rows = <Row = any>(text: string, values: unknown[] = []) => site.database.query<Row[]>(text, values);

const react = async (headers: Record<string, string>) => {
  const [{ id: subjectId }] = await rows("select id from proposal where state = 'OPEN' order by number limit 1");
  const text = `Un avis, ${uniqueWord()}.`;
  const answer = await site.post(
    "/graphql",
    {
      query:
        "mutation ($input: ReactInput!) { react(input: $input) { problems { code } held reaction { status } own { reaction { text } } } }",
      variables: { input: { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "SUPPORT", text } },
    },
    headers,
  );
  return { text, ...answer.json().data.react };
};

test("a text whose form has the hidden field filled waits, told so, and is not lost", async () => {
  const { text, ...sent } = await react({ [filledHeader]: "1" });
  expect(sent).toEqual({ problems: [], held: true, reaction: { status: "HELD" }, own: { reaction: { text } } });
  const holds = await rows("select because from hold h join reaction r on r.id = h.text_id where r.text = $1", [text]);
  expect(holds).toEqual([{ because: ["FILLED"] }]);
  expect(await react({})).toMatchObject({ problems: [], held: false, reaction: { status: "VISIBLE" } });
});

test("so does a response posted without scripts, part by part, which keeps its code", async () => {
  const questions = await rows<{ id: string; code: string; place: number; option: string }>(
    `select q.id, q.code, dense_rank() over (order by s.position) as place, q.settings #>> '{options,0,value}' as option
     from question q join section s on s.id = q.section_id join questionnaire n on n.id = s.questionnaire_id
     where n.slug = 'questionnaire-4'`,
  );
  const post = (url: string, fields: Record<string, string>) =>
    site.app.inject({
      method: "POST",
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const answer = async (last: Record<string, string>) => {
    const words = `Un four pour ${uniqueWord()}.`;
    let url = "/questionnaires/questionnaire-4";
    for (const [code, value] of [
      ["4.9", "DEPARTMENT:29"],
      ["4.1", null],
      ["4.2", words],
    ] as const) {
      const { id, place, option } = questions.find((question) => question.code === code)!;
      const { headers } = await post(`${url}?part=${place}`, { asked: id, [id]: value ?? option, go: "review" });
      [url] = String(headers.location).split("?") as [string];
    }
    const { headers } = await post(`${url}?part=review`, { go: "send", appearance: "ANONYMOUS", ...last });
    expect(headers.location).toMatch(/^\/follow\/[0-9A-Z-]{19}\?sent/);
    const [{ status }] = await rows("select status from contribution where body = $1", [words]);
    return status as string;
  };
  expect(await answer({ [hiddenField]: "" })).toBe("VISIBLE");
  expect(await answer({ [hiddenField]: "https://example.org" })).toBe("HELD");
});

/** Forms in which anybody writes what others read. */
const forms = [
  "reaction/ReactionForm",
  "supply/SupplyForm",
  "amendment/Amend",
  "agendaRequest/AskForAgenda",
  "initiative/ProposeForm",
  "exchange/ExchangeForm",
  "minority/minority.mutations",
  "questionnaire/SendForm",
  "questionnaire/posted/PostedAnswering",
];
const web = new URL("../../../web/src/", import.meta.url);

test("the field stands in each form that anybody writes in, out of sight, of reach, of readers aloud and of autofill", () => {
  for (const form of forms)
    expect([form, readFileSync(new URL(`features/${form}.tsx`, web), "utf8").includes("<HiddenField />")]).toEqual([
      form,
      true,
    ]);
  const drawn = readFileSync(new URL("ui/HiddenField.tsx", web), "utf8");
  for (const part of ["visually-hidden", 'aria-hidden="true"', "tabIndex={-1}", 'autoComplete="off"'])
    expect(drawn).toContain(part);
});
