import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import { mutationOf } from "./acting.ts";
import { seedEmpty } from "../../src/seed/empty.ts";
import { cookieOf, personWith } from "../site/people.ts";
import { testSite } from "../site/site.ts";

/** A word that all that is made in a rehearsal says, and nothing else. */
export const word = "zinzolin";

/** A group in preparation, with its one questionnaire. */
interface Launched {
  id: string;
  slug: string;
  objectives: { slug: string; composed: { questionnaire: { id: string; slug: string } }[] }[];
}

/** A site with nothing in it, whose groups rehearse: its acts, by its addresses. */
export function rehearsingSite() {
  const site = testSite();
  let administrator: string;
  beforeAll(async () => {
    await seedEmpty(site.database);
    administrator = await cookieWith(["ADMINISTRATOR"], null);
  });

  /** Asks the site, or a rehearsal, as whoever has this cookie. */
  async function ask(query: string, input: object | null, cookie = "", rehearsal = "") {
    const answer = await site.app.inject({
      method: "POST",
      url: `/graphql${rehearsal && `?rehearsal=${rehearsal}`}`,
      headers: { "content-type": "application/json", ...(cookie && { cookie }) },
      payload: { query, variables: input ? { input } : {} },
    });
    return answer.json<{ data: any; errors?: { extensions: { code: string } }[] }>();
  }

  /** Does something, which must be done. */
  async function act(name: string, input: object, fields = "", cookie = administrator, rehearsal = "") {
    const answer = await tried(name, input, fields, cookie, rehearsal);
    expect(answer).toMatchObject({ problems: [] });
    return answer;
  }

  async function tried(name: string, input: object, fields = "", cookie = administrator, rehearsal = "") {
    const { data, errors } = await ask(mutationOf(name, fields), input, cookie, rehearsal);
    return errors ? { errors: errors.map(({ extensions }) => extensions.code) } : data[name];
  }

  const figures = "rehearsal { responses contributions passages keyPoints syntheses proposals }";
  const groupSeen = async (slug: string, cookie = "", rehearsal = "") =>
    (await ask(`{ group(slug: "${slug}") { slug state ${figures} } }`, null, cookie, rehearsal)).data?.group;

  const begun = async (name: string): Promise<Launched> =>
    (
      await act(
        "createGroup",
        { key: randomUUID(), theme: "une-finance-alternative", starter: "SHORT", name, finalGoal: "Un but." },
        "group { id slug objectives { slug composed { questionnaire { id slug } } } }",
      )
    ).group;

  const cookieWith = async (roles: Parameters<typeof personWith>[1], groupId: string | null) =>
    cookieOf(site.database, await personWith(site.database, roles, groupId));

  /** Enters a rehearsal, as the button does. */
  const enter = (slug: string, cookie: string) =>
    site.app.inject({
      method: "POST",
      url: "/rehearsal/enter",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      payload: `group=${slug}`,
    });

  /** Answers the questionnaire of a group: all its long texts say the same. */
  async function respond({ objectives }: Launched, text: string, rehearsal: string, cookie: string) {
    const { slug } = objectives[0]!.composed[0]!.questionnaire;
    const { data } = await ask(
      `{ questionnaire(slug: "${slug}") { id state sections { questions { id type } } } }`,
      null,
      cookie,
      rehearsal,
    );
    const { id, state, sections } = data.questionnaire;
    const questions: { id: string; type: string }[] = sections.flatMap((one: any) => one.questions);
    const answers = questions.flatMap(({ id: questionId, type }) =>
      type === "LONG_TEXT"
        ? [{ questionId, value: text }]
        : type === "TERRITORY"
          ? [{ questionId, value: "DEPARTMENT:29" }]
          : [],
    );
    const input = { key: randomUUID(), questionnaireId: id, appearance: "ANONYMOUS", answers };
    const sent = await tried("submitResponse", input, "receipt { code contributions { id body } }", cookie, rehearsal);
    return { state, sent };
  }

  /** All that a team may do before it opens, with one word in each text. */
  async function rehearse(group: Launched, reader: string) {
    await act("beginRehearsal", { group: group.slug }, "", reader);
    expect((await enter(group.slug, reader)).statusCode).toBe(303);
    expect((await enter(group.slug, administrator)).statusCode).toBe(303);
    const within = (name: string, input: object, fields = "") => act(name, input, fields, reader, group.id);
    const texts: { id: string; body: string }[] = [];
    for (const index of [1, 2]) {
      const { state, sent } = await respond(
        group,
        `Un ${word} partagé, dit la personne ${index}.`,
        group.id,
        administrator,
      );
      expect(state).toBe("OPEN");
      expect(sent).toMatchObject({ problems: [] });
      texts.push(...sent.receipt.contributions);
    }
    const reaction = { subject: "CONTRIBUTION", subjectId: texts[0]!.id, kind: "SUPPORT", territory: "finistere" };
    await within("react", { key: randomUUID(), ...reaction, text: `Un ${word} de plus, ici aussi.` });
    const span = { startsAt: 0, endsAt: 12 };
    const { keyPoint } = await within(
      "markPassage",
      { contributionId: texts[0]!.id, ...span, newKeyPoint: `Le ${word} se partage.` },
      "keyPoint { id version }",
    );
    for (const { id } of texts.slice(1))
      await within("markPassage", { contributionId: id, ...span, keyPointId: keyPoint.id });
    await within("stateKeyPoint", { id: keyPoint.id, version: keyPoint.version });
    const { synthesis } = await within("openSynthesis", { objective: group.objectives[0]!.slug }, "synthesis { id }");
    await within("writeParagraph", {
      synthesisId: synthesis.id,
      id: randomUUID(),
      kind: "AGREEMENT",
      text: `On partage le ${word}.`,
      keyPointIds: [keyPoint.id],
      againstIds: [],
      passageIds: [],
    });
    const words = {
      title: `Un ${word} par canton`,
      summary: `Chaque canton aurait son ${word}.`,
      keyPointId: keyPoint.id,
    };
    await within("openProposal", { key: randomUUID(), group: group.slug, ...words });
    return { texts };
  }

  /** Every table of the database, of whatever schema, with its number of rows and those in which one of some words stands. */
  async function everyTable(words: string[]) {
    const tables = await site.database.query<{ name: string }[]>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const rows = await Promise.all(
      tables.map(async ({ name }) => {
        const text = `select count(*)::int as count, count(*) filter (where it::text ilike any($1))::int as found from ${name} it`;
        const [row] = await site.database.query<[{ count: number; found: number }]>(text, [
          words.map((one) => `%${one}%`),
        ]);
        return [name, row] as const;
      }),
    );
    return {
      counts: Object.fromEntries(rows.map(([name, { count }]) => [name, count])),
      found: rows.filter(([, { found }]) => found > 0).map(([name]) => name),
    };
  }

  return { site, ask, act, tried, begun, enter, respond, rehearse, everyTable, cookieWith, groupSeen, figures };
}
