import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { createGraphQL, routes } from "../../../app.ts";
import { configOf } from "../../../platform/config.ts";
import { createHttp } from "../../../platform/server/http.ts";

const api = seededApi();
let app: FastifyInstance;
beforeAll(async () => {
  const config = { ...configOf({ PORT: "4000" }), demo: true };
  app = await createHttp({ graphql: createGraphQL(), database: api.database, config, routes, web: false });
});
afterAll(() => app.close());

const file = (url: string, cookie = "") => app.inject({ url, headers: { cookie } });

/** Signs in as somebody who holds a role. */
async function signedIn() {
  const { id } = await holderOf(api.database, "RAPPORTEUR");
  const { cookies } = await app.inject({ method: "POST", url: "/demo/sign-in", payload: { personId: id } });
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
}

test("a table opens in a spreadsheet: accents, semicolons, decimal commas, one line a choice", async () => {
  const { statusCode, headers, body } = await file("/questionnaires/questionnaire-1/results/1.4.csv");
  expect([statusCode, headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(headers["content-disposition"]).toBe('attachment; filename="questionnaire-1-1.4.csv"');
  const [head, first, ...rest] = body.trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFFQuestion;Formulation;Groupe;/);
  expect(first).toMatch(/^1\.4;.*;Le lien social entre les personnes;8;0,2667;;0;41;;30;30;$/);
  expect(rest.length).toBe(7);
});

test("a drawing stands alone: its words, figures, style and source are inside, and nothing is fetched", async () => {
  const { statusCode, headers, body } = await file("/questionnaires/questionnaire-1/results/1.3.svg");
  expect([statusCode, headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns/);
  expect(body).toContain('<title id="t">1.3 Pour parler de circuit court');
  expect(body).toMatch(/<desc id="d">30 réponses sur 30 personnes/);
  expect(body).toContain("moyenne 2,67");
  expect(body).toContain("Licence Ouverte 2.0");
  expect(body).not.toMatch(/href|url\(|@import|<script|style=/);
});

test("in English, numbers are written as they are there", async () => {
  const { body } = await file("/en/questionnaires/questionnaire-1/results/1.4.csv");
  expect(body).toMatch(/^\uFEFFQuestion;Wording;Group;/);
  expect(body).toContain(";8;0.2667;");
});

test("a formula in a label is text to a spreadsheet, and markup is text in a drawing", async () => {
  const label = `=HYPERLINK("http://x";"<script>alert(1)</script>&")`;
  await api.database.query(
    `update question set settings = jsonb_set(settings, '{options,0,label}', to_jsonb($1::text)) where code = '2.4'`,
    [label],
  );
  const table = await file("/questionnaires/questionnaire-2/results/2.4.csv");
  expect(table.body).toContain(`;"'=HYPERLINK(""http://x"";""<script>alert(1)</script>&"")";`);
  const drawing = await file("/questionnaires/questionnaire-2/results/2.4.svg");
  expect(drawing.body).not.toContain("<script");
  expect(drawing.body).toContain("&lt;script&gt;");
});

test("a file holds what its page shows to the same person: nothing hidden, nothing of the team", async () => {
  const statuses = await Promise.all(
    [
      "questionnaire-4/results/4.1.csv",
      "questionnaire-4/results/4.1.svg",
      "questionnaire-1/results/9.9.csv",
      "questionnaire-1/results/1.1.pdf",
      "nowhere/results/1.1.csv",
    ].map(async (address) => (await file(`/questionnaires/${address}`)).statusCode),
  );
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
  const theirs = await file("/questionnaires/questionnaire-4/results/4.7.csv", await signedIn());
  expect(theirs.statusCode).toBe(200);
  expect(theirs.headers["cache-control"]).toBe("private, no-store");
});

test("of a group, a file hides what the page hides", async () => {
  const { body } = await file("/questionnaires/questionnaire-1/results/1.5.csv?within=INDIVIDUAL");
  const counts = body
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";")[5]!);
  expect(counts.length).toBe(4);
  expect(counts.every((count) => count === "non montré" || Number(count) >= 5)).toBe(true);
  expect(counts).toContain("non montré");
});
