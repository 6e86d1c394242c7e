import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGraphQL, routes, tables } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import type { EmbeddedPostgres } from "../../src/platform/data/postgres.ts";
import { openReplica, type Reading, type Replica } from "../../src/platform/data/replica.ts";
import { buildWeb } from "../../src/platform/server/build.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { copyOf, dropCopy, migratedTemplate, removeCopies } from "../site/cluster.ts";
import { seededFrom } from "../site/seeded.ts";
import { canStream, primaryCluster, replicaOf } from "../site/streaming.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

describe.skipIf(!canStream())("a streaming replica (left out where PostgreSQL brings no receiver)", () => {
  let primary: EmbeddedPostgres;
  let standby: Awaited<ReturnType<typeof replicaOf>>;
  let url: string;
  let database: DataSource;
  let replica: Replica;
  let app: FastifyInstance;
  /** Reading of the replica of each request; null if the primary answered it. */
  const readings: (Reading | null)[] = [];
  /** Runs between choosing the replica and asking it. */
  let meanwhile: () => Promise<unknown> = async () => {};
  let name = "";

  beforeAll(async () => {
    await buildWeb();
    primary = await primaryCluster();
    const admin = primary.url("postgres");
    await removeCopies(admin);
    url = await copyOf(await seededFrom(await migratedTemplate(primary), admin), admin);
    name = url.split("/").at(-1)!;
    standby = await replicaOf(admin);
    database = await openDatabase(url, tables);
    replica = await openReplica(standby.url(name), tables, database, { rest: 0 });
    const heard: Replica = {
      ...replica,
      async reading(states) {
        const reading = await replica.reading(states);
        readings.push(reading);
        await meanwhile();
        return reading;
      },
    };
    const config = configOf({ PORT: "4000" });
    app = await createHttp({ graphql: createGraphQL(), database, replica: heard, config, routes });
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await replica?.close();
    await database?.destroy();
    await standby?.remove();
    if (url) await dropCopy(url, primary.url("postgres"));
    await primary?.stop();
  });
  beforeEach(() => {
    meanwhile = async () => {};
  });

  const page = async () => (await app.inject("/contributions")).body;
  async function graphql(query: string, variables: object = {}) {
    const { statusCode, body } = await app.inject({ method: "POST", url: "/graphql", payload: { query, variables } });
    expect({ statusCode, body }).toMatchObject({ statusCode: 200 });
    return JSON.parse(body).data;
  }
  const newest = async () => (await graphql("{ contributions(first: 50) { nodes { id body } } }")).contributions.nodes;
  const bodies = async () => (await newest()).map((it: { body: string }) => it.body);
  const onReplica = () => Boolean(readings.at(-1) && !readings.at(-1)!.failed);
  /** Asks until the replica answers: it has replayed all there is. */
  const caughtUp = () => expect.poll(async () => (await newest()) && onReplica()).toBe(true);

  async function send(text: string) {
    const { questionnaire } = await graphql(`
      {
        questionnaire(slug: "questionnaire-4") {
          id
          sections {
            questions {
              id
              code
              options {
                value
              }
            }
          }
        }
      }
    `);
    const of = (code: string) =>
      questionnaire.sections.flatMap((it: any) => it.questions).find((it: any) => it.code === code);
    const answers = [
      { questionId: of("4.9").id, value: "DEPARTMENT:29" },
      { questionId: of("4.1").id, value: of("4.1").options[0].value },
      { questionId: of("4.2").id, value: text },
    ];
    const { submitResponse } = await graphql(
      "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code } receipt { code } } }",
      { input: { key: randomUUID(), questionnaireId: questionnaire.id, appearance: "ANONYMOUS", answers } },
    );
    expect(submitResponse.problems).toEqual([]);
    return submitResponse.receipt.code as string;
  }
  const withdraw = (code: string) =>
    graphql("mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }", {
      input: { code },
    });

  test("answers pages and questions; what is done is done on the primary", async () => {
    await caughtUp();
    const { database: asked } = readings.at(-1)!;
    expect(await asked.query("select pg_is_in_recovery() as follows")).toEqual([{ follows: true }]);
    readings.length = 0;
    await page();
    expect(readings).toHaveLength(1);
    expect(onReplica()).toBe(true);
    readings.length = 0;
    await send(`Un four à pain ouvert le ${uniqueWord()}.`);
    expect(readings).toHaveLength(1); // the questionnaire, read before it is answered
  });

  test("whoever wrote finds it at once, though it lags; what it follows again it tells again", async () => {
    await caughtUp();
    await standby.pause();
    const text = `Une buanderie commune, ${uniqueWord()} et ${uniqueWord()}.`;
    await send(text);
    expect(await bodies()).toContain(text);
    expect(onReplica()).toBe(false);
    await standby.resume();
    await caughtUp();
    expect(await bodies()).toContain(text);
  });

  test("what was withdrawn or hidden is nowhere, though it lags and still has it", async () => {
    const [kept, hidden] = [`Un verger partagé : ${uniqueWord()}.`, `Une navette du soir : ${uniqueWord()}.`];
    const code = await send(kept);
    await send(hidden);
    await caughtUp();
    await expect.poll(page).toContain(kept);
    await expect.poll(page).toContain(hidden);
    const { database: lagging } = readings.findLast(Boolean)!;
    await standby.pause();
    await withdraw(code);
    expect(await page()).not.toContain(kept);
    expect(await bodies()).not.toContain(kept);
    await database.query("update contribution set status = 'HIDDEN' where body = $1", [hidden]);
    expect(await page()).not.toContain(hidden);
    expect(await bodies()).not.toContain(hidden);
    const still = await lagging.query("select from contribution where body = any($1) and status = 'VISIBLE'", [
      [kept, hidden],
    ]);
    expect(still).toHaveLength(2);
    await standby.resume();
  });

  test("it dies in the middle of an answer, stays away, comes back: nobody sees it", async () => {
    await caughtUp();
    meanwhile = () => {
      meanwhile = async () => {};
      return standby.crash();
    };
    expect(await newest()).toHaveLength(50);
    expect(readings.at(-1)!.failed).toBe(true);
    for (let n = 0; n < 5; n++) expect(await newest()).toHaveLength(50);
    expect((await app.inject("/territories")).statusCode).toBe(200);
    expect(onReplica()).toBe(false);
    await standby.start();
    await caughtUp();
  });

  test("another thing than a replica of the same database is refused at the start; one that is away is not", async () => {
    const opened = (it: string) => openReplica(it, tables, database);
    await expect(opened(url)).rejects.toThrow("DATABASE_REPLICA_URL does not lead to a replica of DATABASE_URL.");
    await expect(opened(standby.url("postgres"))).rejects.toThrow("DATABASE_REPLICA_URL does not lead to a replica");
    const away = await opened(url.replace(/:\d+\//, ":1/"));
    expect(await away.reading({ state: "1", end: "1", written: 1, timeline: "00000001" })).toBeNull();
    await away.close();
  });
});
