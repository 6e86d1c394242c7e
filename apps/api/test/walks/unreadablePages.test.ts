/** By a name that one may guess, what one may not read answers as what is not there: to a visitor, and to a team of elsewhere. */
import { beforeAll, expect, test } from "vitest";
import { createGraphQL, routes } from "../../src/app.ts";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { configOf } from "../../src/platform/config.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { cookieOf, personWith, signedIn } from "../site/people.ts";

const api = walkedApi();
const run = (text: string) => api.database.query<any[]>(text);
/** The slug of one of a table, once it is so that nobody reads it. */
const hidden = async (table: string, change: string, of = "true") =>
  (
    await run(
      `with one as (select id from ${table} where ${of} order by slug limit 1)
       update ${table} it set ${change} from one where it.id = one.id returning it.slug`,
    )
  )[0][0].slug as string;

let slugs: Record<
  "group" | "objective" | "questionnaire" | "proposal" | "synthesis" | "meeting" | "document" | "initiative",
  string
>;
let readers: { viewer: Viewer; cookie: string }[];
beforeAll(async () => {
  for (const [slug, preparing] of [
    ["avant", true],
    ["ailleurs", false],
  ])
    await run(
      `insert into working_group (slug, theme_id, name, final_goal, means, preparing)
       select '${slug}', id, 'Un groupe', 'x', '[]', ${preparing} from theme order by id desc limit 1`,
    );
  await run(
    `insert into objective (slug, group_id, number, name, question, expected_output)
     select 'avant-1', id, 1, 'x', 'x', 'x' from working_group where slug = 'avant'`,
  );
  await run(
    `insert into questionnaire (slug, objective_id, number, title, intro, estimated_minutes, opens_at, closes_at)
     select 'avant-q', id, 9, 'x', 'x', 5, now() - interval '30 days', now() - interval '20 days' from objective
     where slug = 'objectif-1'`,
  );
  const synthesis = await hidden("synthesis", "state = 'DRAFT'");
  await run(
    `update synthesis_version set state = 'DRAFT' where synthesis_id in (select id from synthesis where state = 'DRAFT')`,
  );
  slugs = {
    ...{ group: "avant", objective: "avant-1", questionnaire: "avant-q", synthesis },
    proposal: await hidden("proposal", "state = 'DRAFT'", "state = 'DRAFT'"),
    meeting: await hidden("meeting", "draft = true"),
    document: await hidden("document", "version = 0", "version > 0"),
    initiative: await hidden("initiative", "status = 'HELD'"),
  };
  const [{ id: elsewhere }] = await run("select id from working_group where slug = 'ailleurs'");
  const roles: Role[] = ["RAPPORTEUR", "FACILITATOR", "REFERENT", "MODERATOR"];
  const people = [await personWith(api.database, []), await personWith(api.database, roles, elsewhere)];
  readers = [{ viewer: visitor, cookie: "" }];
  for (const id of people)
    readers.push({ viewer: await signedIn(api.database, id), cookie: await cookieOf(api.database, id) });
});

const queries: Record<keyof typeof slugs, string[]> = {
  group: [
    "group(slug: $s) { id }",
    "languageKit(group: $s) { version }",
    "grid(group: $s) { group { id } }",
    "sentLines(group: $s) { group { id } }",
    "productionDesk(group: $s) { group { id } }",
    "moderationDesk { review(group: $s) { group { id } } }",
    "proposals(filter: { group: $s }) { nodes { id } }",
    "library(group: $s) { total }",
    "notebooks(filter: { group: $s }) { totalCount }",
    'search(query: "une", group: $s) { counts { kind } }',
  ],
  objective: [
    "objective(slug: $s) { id }",
    "contributions(filter: { objective: $s }) { totalCount }",
    "meetings(objective: $s) { id }",
  ],
  questionnaire: [
    "questionnaire(slug: $s) { id }",
    "composedQuestionnaire(slug: $s) { id }",
    "paperDesk(slug: $s) { questionnaire { id } }",
    "results(questionnaire: $s) { responses }",
  ],
  proposal: [
    "proposal(slug: $s) { id }",
    "proposalToDecide(slug: $s) { id }",
    "sourcesToChoose(proposal: $s) { keyPoint { id } }",
    "handovers(filter: { proposal: $s }) { id }",
  ],
  synthesis: [
    "synthesis(slug: $s) { id }",
    "draw(synthesis: $s, seed: 1) { id }",
    "contributions(filter: { since: $s }) { totalCount }",
  ],
  meeting: ["meeting(slug: $s) { id }"],
  document: ["document(slug: $s) { id }"],
  initiative: ["initiative(slug: $s) { id }", "initiativeHiddenFor(slug: $s)", "initiativeWithdrawnOn(slug: $s)"],
};
const pairs = Object.entries(queries).flatMap(([kind, asked]) =>
  asked.map((query) => [query, kind as keyof typeof slugs] as const),
);

test.each(pairs)("%s answers of a hidden %s as of none", async (query, kind) => {
  for (const { viewer } of readers) {
    const answer = async (s: string) => {
      const { data, errors } = await api.ask(`query ($s: String!) { ${query} }`, { s }, viewer);
      return [data, errors?.map(({ extensions }) => extensions.code)];
    };
    const none = await answer("nulle-part");
    expect(none[1] ?? []).not.toContain("GRAPHQL_VALIDATION_FAILED");
    expect(await answer(slugs[kind])).toEqual(none);
  }
});

const files: [string, keyof typeof slugs][] = [
  ["/groups/*/calendar.ics", "group"],
  ["/groups/*/news.atom", "group"],
  ["/objectives/*/news.atom", "objective"],
  ["/open-data/objectives/*/passages.csv", "objective"],
  ["/exports/objectives/*/passages.csv", "objective"],
  ["/open-data/questionnaires/*.zip", "questionnaire"],
  ["/questionnaires/*/results/results.csv", "questionnaire"],
  ["/questionnaires/*/print.pdf", "questionnaire"],
  ["/exports/questionnaires/*.csv", "questionnaire"],
  ["/proposals/*/dossier.html", "proposal"],
  ["/proposals/*/page.json", "proposal"],
  ["/proposals/*/news.atom", "proposal"],
  ["/syntheses/*/v1.html", "synthesis"],
  ["/meetings/*/meeting.ics", "meeting"],
  ["/meetings/*/news.atom", "meeting"],
  ["/documents/*/file", "document"],
  ["/documents/*/versions/1/page", "document"],
  ["/documents/*/sheet.odt", "document"],
];

test("nor does a file tell that it is there", async () => {
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database: api.database, config, routes, web: false });
  for (const [address, kind] of files)
    for (const { cookie } of readers) {
      const answer = async (slug: string) => {
        const headers = { "sec-fetch-site": "same-origin", ...(cookie && { cookie }) };
        const { statusCode, body } = await app.inject({ url: address.replace("*", slug), headers });
        return [address, statusCode, body];
      };
      expect(await answer(slugs[kind])).toEqual(await answer("nulle-part"));
    }
  await app.close();
});
