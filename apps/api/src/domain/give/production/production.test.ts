import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { mutationOf } from "../../../../test/acts/acting.ts";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import {
  asImpressReads,
  asWriterReads,
  hasImpress,
  hasWriter,
  unzipped,
  within,
  wordsOf,
} from "../../../../test/acts/office.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { visitor } from "../../../platform/viewer.ts";
import { makeProduction } from "./make.ts";
import { type Make, makeProductions } from "./production.jobs.ts";
import { pagesIn } from "./page.document.ts";

const site = testSite();
let chain: Awaited<ReturnType<typeof wholeChain>>;
let group: string;
let cookie: string;

beforeAll(async () => {
  const small = await smallInstance(site.database);
  group = small.group.slug;
  chain = await wholeChain(site.database, small);
  await arguedProposals(site.database, small, chain);
  cookie = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"]));
});

const origin = "http://127.0.0.1:4000";
const run = (make: Make = makeProduction) => makeProductions(site.database, { origin, make });
const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });

async function act(mutation: string, input: object) {
  const name = mutation[0]!.toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) {
    problems { code field } production { id state progress step failure size viewerCan { take } } } }`;
  const answer = await site.post("/graphql", { query, variables: { input } }, { cookie });
  return answer.json<{ data: Record<string, any> }>().data[mutation];
}
const ask = (kind: string, format: string, key: string = randomUUID()) =>
  act("askProduction", { key, group, kind, format });
async function desk() {
  const query = "{ productionDesk { productions { id kind format state progress step failure askedBy } } }";
  const answer = await site.post("/graphql", { query }, { cookie });
  return answer.json<{ data: any }>().data.productionDesk.productions as Record<string, any>[];
}
const one = async (id: string) => (await desk()).find((each) => each.id === id)!;

describe("what a team has made", () => {
  it("waits, is made by whichever process comes, once, and can be taken again", async () => {
    const { production, problems } = await ask("REPORT", "PDF");
    expect([problems, production.state, production.progress]).toEqual([[], "WAITING", 0]);
    expect((await get(`/productions/${production.id}/file`, { cookie })).statusCode).toBe(404);
    const [here, there] = await Promise.all([run(), run()]);
    expect(here + there).toBe(1);
    expect(await one(production.id)).toMatchObject({ state: "READY", progress: 100, step: "KEPT", failure: null });
    const first = await get(`/productions/${production.id}/file`, { cookie });
    expect([first.statusCode, first.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(pagesIn(first.rawPayload)).toBeGreaterThan(1);
    expect((await get(`/productions/${production.id}/file`, { cookie })).rawPayload.equals(first.rawPayload)).toBe(
      true,
    );
  });

  it("is asked for once, however often the same is asked while it waits, and again with the same key", async () => {
    const key = randomUUID();
    const [first, again, other] = [
      await ask("REPORT", "ODT", key),
      await ask("REPORT", "ODT", key),
      await ask("REPORT", "ODT"),
    ];
    expect([again.production.id, other.production.id]).toEqual([first.production.id, first.production.id]);
    expect((await ask("DECK", "PDF")).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "format" }]);
    expect((await ask("REPORT", "DOCX", key)).problems).toEqual([{ code: "CONFLICT", field: "key" }]);
    expect(await run()).toBe(1);
  });

  it("says how far it is, and is made again by another process after one that stopped half-way", async () => {
    const { production } = await ask("REPORT", "HTML");
    const seen: string[] = [];
    let stopped: () => void = () => undefined;
    const begun = new Promise<void>((done) => (stopped = done));
    const half: Make = async (_, { tell }) => {
      await tell(40, "READING");
      const { state, progress, step } = await one(production.id);
      seen.push(`${state} ${progress} ${step}`);
      stopped();
      return new Promise(() => undefined);
    };
    void run(half);
    await begun;
    expect(seen).toEqual(["MAKING 40 READING"]);
    // Its time is not over: nobody takes it.
    expect(await run()).toBe(0);
    await site.database.query("update production set held_until = now() - interval '1 second' where id = $1", [
      production.id,
    ]);
    expect(await run()).toBe(1);
    expect((await one(production.id)).state).toBe("READY");
  });

  it("is tried three times, then says why it was given up; what was never finished says so too", async () => {
    const { production } = await ask("REPORT", "DOCX");
    const broken: Make = () => Promise.reject(new Error("not today"));
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await run(broken)).toBe(0);
      await site.database.query("update production set held_until = null where id = $1", [production.id]);
    }
    expect(await one(production.id)).toMatchObject({ state: "FAILED", failure: "BROKEN" });
    const { production: again } = await act("remakeProduction", { id: production.id });
    expect(again.state).toBe("WAITING");
    await site.database.query("update production set attempts = 3 where id = $1", [production.id]);
    await run();
    expect(await one(production.id)).toMatchObject({ state: "FAILED", failure: "INTERRUPTED" });
    await act("remakeProduction", { id: production.id });
    expect(await run()).toBe(1);
    const nothing: Make = () => Promise.resolve(null);
    await act("remakeProduction", { id: production.id });
    await run(nothing);
    expect((await one(production.id)).failure).toBe("EMPTY");
  });

  it("is the team's alone until it makes it public; a visitor neither asks nor lists", async () => {
    const { production } = await ask("DECK", "PPTX");
    await run();
    const url = `/productions/${production.id}/file`;
    expect((await get(url)).statusCode).toBe(401);
    const elsewhere = await cookieOf(site.database, await personWith(site.database, ["REFERENT"]));
    expect((await get(url, { cookie: elsewhere })).statusCode).toBe(404);
    const listed = async () =>
      (await site.ask("{ group { productions { id askedBy } } }")).json<{ data: any }>().data.group.productions;
    expect(await listed()).toEqual([]);
    await act("publishProduction", { id: production.id, public: true });
    expect((await get(url)).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect(await listed()).toEqual([{ id: production.id, askedBy: null }]);
    await act("publishProduction", { id: production.id, public: false });
    expect((await get(url)).statusCode).toBe(401);
    const refused = await site.ask("{ productionDesk { productions { id } } }");
    expect(refused.json<{ errors: any }>().errors[0].extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  });

  it("asks for no more than five at a time", async () => {
    await site.database.query(
      `insert into production (group_id, kind, format, asked_by_id, asked_at)
       select group_id, 'REPORT', 'X' || n, asked_by_id, now() from (select * from production limit 1) one, generate_series(1, 5) n`,
    );
    expect((await ask("DECK", "PPTX")).problems).toEqual([{ code: "TOO_MANY_TRIES", field: null }]);
    await site.database.query("delete from production where format like 'X%'");
  });
});

describe("the report and the deck", () => {
  const made = async (kind: string, format: string) => {
    const { production } = await ask(kind, format);
    await run();
    return production.id as string;
  };
  const partsOf = async (id: string, end = "file") => {
    const { rawPayload } = await get(`/productions/${id}/${end}`, { cookie });
    return rawPayload.subarray(0, 2).toString() === "PK" ? await unzipped(rawPayload) : { "": rawPayload };
  };

  it("hold the goal, who was heard, what was said, the proposals, what was replied and how: no draft, no word that is kept", async () => {
    const id = await made("REPORT", "HTML");
    const text = (await partsOf(id))[""]!.toString();
    for (const words of [
      "Le lien fait l’accord.",
      "Ouvrir les halles",
      "Une halle le samedi.",
      "Portée par Le groupe de Bretagne",
      "Deux personnes ont lu.",
      "/open-data",
    ])
      expect(text.replaceAll("\u00A0", " ")).toContain(words);
    for (const [kind, format] of [
      ["REPORT", "HTML"],
      ["REPORT", "DOCX"],
      ["DECK", "PPTX"],
    ] as const)
      for (const [name, content] of Object.entries(await partsOf(await made(kind, format))))
        expect([name, /canari[\w-]*/.exec(content.toString())?.[0]]).toEqual([name, undefined]);
  });

  it("have slides whose titles are titles, a chart with its words, and notes that lead to the words", async () => {
    const parts = await partsOf(await made("DECK", "PPTX"));
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeGreaterThan(3);
    for (const name of slides) {
      const slide = parts[name]!.toString();
      expect(slide).toMatch(/<p:ph\s[^>]*type="title"/);
      // None is empty: beside its title, each says something, or shows it.
      const said = [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)].filter(([, words]) => words!.trim());
      expect([name, said.length > 1 || slide.includes("<c:chart")]).toEqual([name, true]);
    }
    const all = (folder: string) =>
      Object.entries(parts)
        .filter(([name]) => name.startsWith(folder))
        .map(([, content]) => content.toString())
        .join("");
    expect(all("ppt/notesSlides/")).toMatch(/\/p\/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(Object.keys(parts).filter((name) => name.startsWith("ppt/notesSlides/notesSlide"))).toHaveLength(
      slides.length,
    );
  });

  it("are the same to the byte when they are made again from the same data, and so is their trace", async () => {
    for (const [kind, format] of [
      ["REPORT", "PDF"],
      ["DECK", "PPTX"],
    ] as const) {
      const [here, other] = [await made(kind, format), await made(kind, format)];
      for (const end of ["file", "trace.json"]) {
        const [first, again] = [
          await get(`/productions/${here}/${end}`, { cookie }),
          await get(`/productions/${other}/${end}`, { cookie }),
        ];
        expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
        expect(first.rawPayload.equals(again.rawPayload)).toBe(true);
      }
      const trace = (await get(`/productions/${here}/trace.json`, { cookie })).json();
      expect(trace.proposals.map(({ number }: { number: number }) => number)).toEqual([1]);
      expect(trace.syntheses).toHaveLength(1);
    }
  });

  it.skipIf(!hasWriter)(
    "open in LibreOffice Writer (skipped where it is not installed)",
    async () => {
      const report = await get(`/productions/${await made("REPORT", "ODT")}/file`, { cookie });
      const document = await asWriterReads(report.rawPayload, "odt");
      expect(within(document, "text:h").map(wordsOf)).toContain("Les propositions");
    },
    120_000,
  );

  it.skipIf(!hasImpress)(
    "open in LibreOffice Impress, slide by slide, with their notes (skipped where it is not installed)",
    async () => {
      const deck = await get(`/productions/${await made("DECK", "PPTX")}/file`, { cookie });
      const slides = within(await asImpressReads(deck.rawPayload, "pptx"), "draw:page");
      expect(slides.length).toBeGreaterThan(3);
      for (const slide of slides) expect(within(slide, "presentation:notes").map(wordsOf).join("")).toContain("http");
    },
    120_000,
  );

  it("are not given with words that were taken back since: they are made again first", async () => {
    const id = await made("REPORT", "HTML");
    await act("publishProduction", { id, public: true });
    const before = await get(`/productions/${id}/file`);
    expect(before.body).toContain("Elle me connaît");
    await chain.withdraw("nameless");
    const meanwhile = await get(`/productions/${id}/file`, { "if-none-match": String(before.headers.etag) });
    expect([meanwhile.statusCode, meanwhile.headers["retry-after"]]).toEqual([503, expect.stringMatching(/\d/)]);
    expect(meanwhile.body).not.toContain("Elle me connaît");
    expect(await run()).toBe(1);
    const after = await get(`/productions/${id}/file`);
    expect(after.statusCode).toBe(200);
    expect(after.body).not.toContain("Elle me connaît");
    expect((await get(`/productions/${id}/trace.json`)).body).not.toContain(chain.words.nameless.passage);
  });

  it.each(["a moderator hid", "the team declined", "its author took back"])(
    "nor with an example that %s since",
    async (how) => {
      const example =
        "select i.id, i.name from initiative i join proposal_initiative l on l.initiative_id = i.id order by i.id limit 1";
      const [gone] = await site.database.query<[{ id: string; name: string }]>(example);
      await site.database.query("update initiative set status = 'VISIBLE' where id = $1", [gone.id]);
      const id = await made("REPORT", "HTML");
      await act("publishProduction", { id, public: true });
      expect((await get(`/productions/${id}/file`)).body).toContain(gone.name);
      if (how === "its author took back") {
        const digest = linkDigest("initiative", "moulin");
        await site.database.query("update initiative set code_digest = $2 where id = $1", [gone.id, digest]);
        const query = mutationOf("withdrawInitiative");
        await site.post("/graphql", { query, variables: { input: { code: "moulin" } } });
      } else
        await site.database.transaction(async (db) => {
          await db.query("update initiative set status = 'HIDDEN' where id = $1", [gone.id]);
          const record = recorder(db, visitor, new Date());
          if (how === "the team declined") await record("initiative.declined", gone.id, { from: "VALIDATED" });
          else await record("ruling.given", randomUUID(), { kind: "INITIATIVE", textId: gone.id, outcome: "HIDDEN" });
        });
      expect((await get(`/productions/${id}/file`)).statusCode).toBe(404);
      await run();
      const after = await get(`/productions/${id}/file`);
      expect([after.statusCode, after.body.includes(gone.name)]).toEqual([200, false]);
    },
  );
});
