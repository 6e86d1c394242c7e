import { createHash } from "node:crypto";
import { connect } from "node:net";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { testSite } from "../../../test/site/site.ts";

const site = testSite();
const query = "{ axes { name } }";
const repeat = (text: string, times: number) => text.repeat(times);

test.for<[string, string]>([
  ["a query too deep", `{ ${repeat("axes { themes { axis { ", 6)} name ${repeat("} } } ", 6)} }`],
  [
    "a query too deep through fragments",
    `{ axes { ...a } } fragment a on Axis { themes { axis { themes { axis { ...b } } } } } fragment b on Axis { themes { axis { themes { axis { themes { axis { name } } } } } } }`,
  ],
  ["4,096 aliases", `{ ${Array.from({ length: 4096 }, (_, n) => `a${n}: axes { name }`).join(" ")} }`],
  ["30 aliases", `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: __typename`).join(" ")} }`],
  [
    "aliases in a fragment that is used often",
    `{ axes { ${repeat("...a ", 10)} } } fragment a on Axis { a: name b: name c: name }`,
  ],
  ["a cycle of fragments", "{ axes { ...a } } fragment a on Axis { ...b } fragment b on Axis { ...a }"],
  [
    "fragments that double at each step",
    `{ axes { ...f0 } } ${Array.from({ length: 40 }, (_, n) => `fragment f${n} on Axis { themes { axis { ...f${n + 1} ...f${n + 1} } } }`).join(" ")} fragment f40 on Axis { name }`,
  ],
  ["26 directives", `{ axes { name ${repeat("@include(if: true) ", 26)} } }`],
  [
    "lists within lists within lists",
    "{ axes { themes { axis { themes { axis { themes { axis { themes { axis { themes { title } } } } } } } } } } }",
  ],
  ["a page without an end", "{ contributions(first: 100000) { nodes { id } } }"],
  ["the schema", "{ __schema { types { name } } }"],
  ["a field that is not there", "{ axe { name } }"],
  ["something that is not GraphQL", "{ axes { name }"],
  ["nothing", ""],
  [
    "two acts in one request",
    'mutation { a: seeNews(input: {code: "x"}) { problems { code } } b: seeNews(input: {code: "x"}) { problems { code } } }',
  ],
  [
    "two acts in one request, in a fragment",
    'mutation { ...a } fragment a on Mutation { a: seeNews(input: {code: "x"}) { problems { code } } ... { b: seeNews(input: {code: "x"}) { problems { code } } } }',
  ],
  ["a mutation that is not there", "mutation { dropTables { problems { code } } }"],
])("%s is refused without a word too much", async ([, text]) => {
  const { statusCode, body } = await site.ask(text);
  const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
  expect(errors.length).toBeLessThanOrEqual(5);
  for (const { extensions } of errors) expect(extensions.code).toMatch(/^(GRAPHQL_|BAD_|NOT_FOUND|OPERATION_)/);
  expect(statusCode).toBeLessThan(500);
  expect(body).not.toMatch(/Did you mean|stack|node_modules|select |QueryFailed/);
});

test("an answer is limited by the rows that its lists really hold, and by its bytes", async () => {
  await site.database.query(
    `insert into axis (slug, name, position) select 'axe-' || n, repeat('é', 2000), n from generate_series(1, 400) n`,
  );
  const answered = async (text: string) => {
    const { statusCode, body } = await site.ask(text);
    return [statusCode, (JSON.parse(body) as { errors?: { message: string }[] }).errors?.[0]?.message];
  };
  expect(await answered("{ axes { id } }")).toEqual([200, undefined]);
  expect(await answered("{ axes { name } }")).toEqual([400, "Asks for too much: bytes above 1000000."]);
  const lists = Array.from({ length: 19 }, (_, n) => `l${n}: axes { id }`).join(" ");
  await site.database.query(
    `insert into axis (slug, name, position) select 'autre-' || n, 'x', n from generate_series(1, 800) n`,
  );
  expect(await answered(`{ ${lists} }`)).toEqual([200, "Asks for too much: things above 20000."]);
  await site.database.query("delete from axis");
});

test.for([
  ["an id that is none", '{ contribution(id: "1; drop table person") { id } }'],
  ["a NUL", '{ theme(slug: "a\\u0000b") { id } }'],
  ["half of a character", '{ theme(slug: "\\ud800") { id } }'],
] as const)("%s finds nothing, and breaks nothing", async ([, text]) => {
  const { statusCode, body } = await site.ask(text);
  expect(statusCode).toBeLessThan(500);
  expect(body).not.toMatch(/INTERNAL|UNAVAILABLE|stack|node_modules|select |QueryFailed/);
});

test("a query that pages send is answered, compressed, with an id to name it by", async () => {
  const { statusCode, headers, rawPayload } = await site.ask("{ terms(kind: SECTOR) { key } axes { name } }", {
    "accept-encoding": "gzip, br",
  });
  expect(statusCode).toBe(200);
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  const body = headers["content-encoding"] === "br" ? brotliDecompressSync(rawPayload) : rawPayload;
  expect(JSON.parse(body.toString())).toMatchObject({ data: { axes: [] } });
});

test("what is not JSON is refused before it is read", async () => {
  const types = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
    "x",
  ];
  const statuses = types.map(async (type) => {
    const { statusCode } = await site.post("/graphql", JSON.stringify({ query }), { "content-type": type });
    return [type, statusCode];
  });
  expect(await Promise.all(statuses)).toEqual(types.map((type) => [type, 415]));
  const inflated = await site.post("/graphql", gzipSync(JSON.stringify({ query })), { "content-encoding": "gzip" });
  expect(inflated.statusCode).toBe(415);
  expect((await site.post("/graphql", "{ not json")).statusCode).toBe(400);
  expect((await site.post("/graphql", `{"__proto__": {"admin": true}, "query": "${query}"}`)).statusCode).toBe(400);
});

test("a body above 100 KB is refused, and so are batches and queries by GET", async () => {
  expect((await site.post("/graphql", { query, variables: { a: repeat("x", 100_000) } })).statusCode).toBe(413);
  expect((await site.post("/graphql", [{ query }, { query }])).statusCode).toBe(400);
  const { statusCode } = await site.app.inject({ url: "/graphql", query: { query } });
  expect(statusCode).toBe(404);
});

test("nothing of what a stranger asked is kept to be asked again by its hash", async () => {
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  await site.post("/graphql", { query, extensions });
  const later = (await site.post("/graphql", { extensions })).json();
  expect(later.data).toBeUndefined();
  expect(later.errors).toHaveLength(1);
});

test("another site cannot call this one", async () => {
  const origins = [
    "https://evil.example",
    "null",
    "http://127.0.0.1:4001",
    "http://127.0.0.1.evil.example:4000",
    "http://evil.example:4000",
    "https://127.0.0.1:4000",
    "",
  ];
  const from = (origin: string) => site.ask(query, { origin }).then(({ statusCode }) => [origin, statusCode]);
  expect(await Promise.all(origins.map(from))).toEqual(origins.map((origin) => [origin, 403]));
  expect((await site.ask(query, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect(
    (await site.post("/auth/link", { email: "a@example.org" }, { origin: "https://evil.example" })).statusCode,
  ).toBe(403);
  const own = ["http://127.0.0.1:4000", "http://localhost:4000"];
  expect(await Promise.all(own.map(from))).toEqual(own.map((origin) => [origin, 200]));
});

test("only the page where sheets are typed in may use the camera; no page may use another sensor", async () => {
  const allowed = async (url: string) => (await site.app.inject(url)).headers["permissions-policy"];
  const rest = "geolocation=(), microphone=(), payment=(), usb=()";
  for (const url of ["/paper/questionnaire-4", "/en/paper/questionnaire-4", "/paper/questionnaire-4?mode=meeting"])
    expect(await allowed(url)).toBe(`camera=(self), ${rest}`);
  const others = ["/", "/paper", "/paper/questionnaire-4/sheets", "/paper/questionnaire-4/sheets/3", "/desk?/paper/a"];
  for (const url of [...others, "/follow/paper/a", "/nothing", "/healthz"])
    expect(await allowed(url)).toBe(`camera=(), ${rest}`);
});

test("every answer tells the browser to trust nothing else", async () => {
  for (const url of ["/healthz", "/nothing"]) {
    const { headers } = await site.app.inject(url);
    expect(headers).toMatchObject({
      "content-security-policy": "default-src 'none';frame-ancestors 'none'",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "origin-agent-cluster": "?1",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-dns-prefetch-control": "off",
      "x-download-options": "noopen",
      "x-frame-options": "DENY",
      "x-permitted-cross-domain-policies": "none",
      "x-xss-protection": "0",
    });
    expect([headers["strict-transport-security"], headers["x-powered-by"]]).toEqual([undefined, undefined]);
  }
});

test("a site says where faults of security are reported", async () => {
  const { statusCode, headers, body } = await site.app.inject("/.well-known/security.txt");
  expect([statusCode, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(body).toMatch(/^Contact: mailto:cahier@localhost\nExpires: \d{4}-\d\d-\d\dT[\d:.]+Z\n/);
});

test("no cache keeps an answer of the API", async () => {
  expect((await site.ask(query)).headers["cache-control"]).toBe("no-store");
  expect((await site.ask("{ nothing }")).headers["cache-control"]).toBe("no-store");
});

test("HEAD answers wherever GET does", async () => {
  const routes = site.app.printRoutes({ commonPrefix: false }).split("\n");
  expect(routes.filter((line) => /\(GET/.test(line)).length).toBeGreaterThan(20);
  expect(routes.filter((line) => /\(GET/.test(line) && !line.includes("HEAD"))).toEqual([]);
  const { statusCode, headers, body } = await site.app.inject({ method: "HEAD", url: "/open-data/chain.zip" });
  const got = await site.app.inject("/open-data/chain.zip");
  expect([statusCode, headers["content-type"], body]).toEqual([got.statusCode, got.headers["content-type"], ""]);
});

test("32 newcomers behind one address all get in; a flood does not", async () => {
  const newcomers = await Promise.all(Array.from({ length: 32 * 20 }, () => site.ask("{ __typename }")));
  expect(newcomers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  let refused: Awaited<ReturnType<typeof site.ask>> | undefined;
  for (let n = 0; n < 2000 && !refused; n++) {
    const answer = await site.ask("{ __typename }");
    if (answer.statusCode !== 200) refused = answer;
  }
  expect(refused?.statusCode).toBe(429);
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
});

test("a forged X-Forwarded-For does not change the address that limits count", async () => {
  const { statusCode } = await site.ask("{ __typename }", { "x-forwarded-for": "203.0.113.9" });
  expect(statusCode).toBe(429);
});

test("a client that sends its headers slowly is cut off", async () => {
  const { server } = site.app;
  expect(server.headersTimeout).toBe(8000);
  server.headersTimeout = 1; // the limit was shown: not each of its seconds
  const { port } = new URL(await site.app.listen({ port: 0, host: "127.0.0.1" }));
  const answer = await new Promise<string>((done) => {
    let said = "";
    const slow = connect(Number(port), "127.0.0.1", () => slow.write("POST /graphql HTTP/1.1\r\nHost: x\r\n"));
    slow.on("data", (data) => (said += data.toString()));
    for (const end of ["close", "error"]) slow.on(end, () => done(said));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408/);
});
