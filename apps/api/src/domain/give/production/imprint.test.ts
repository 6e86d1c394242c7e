import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { unzipped } from "../../../../test/acts/office.ts";
import { testSite } from "../../../../test/site/site.ts";
import { keepFirstVersions } from "../../propose/version/version.writes.ts";
import { makeProduction } from "./make.ts";

const site = testSite();
let made: Awaited<ReturnType<typeof arguedProposals>>;
let groupId: string;
const origin = "http://127.0.0.1:4000";

beforeAll(async () => {
  const small = await smallInstance(site.database);
  groupId = small.group.id;
  const chain = await wholeChain(site.database, small);
  made = await arguedProposals(site.database, small, chain);
  await keepFirstVersions(site.database.manager);
});

/** The words of every file of a kind that a site gives. */
async function given(): Promise<Record<string, string>> {
  const body = async (url: string) => {
    const { statusCode, rawPayload } = await site.app.inject({ url });
    expect([url, statusCode]).toEqual([url, 200]);
    return rawPayload;
  };
  const all: Record<string, string> = {};
  for (const url of [
    "/proposals/proposition-1/dossier.html",
    "/proposals/proposition-1/page.html",
    `/handovers/${made.handover.id}/letter.html`,
  ])
    all[url] = (await body(url)).toString();
  const docx = await unzipped(await body(`/handovers/${made.handover.id}/letter.docx`));
  all["letter.docx"] = docx["word/document.xml"]!.toString();
  all["open data"] = (await unzipped(await body("/open-data.zip")))["README.md"]!.toString();
  const tell = async () => undefined;
  for (const [kind, format] of [
    ["REPORT", "HTML"],
    ["DECK", "PPTX"],
  ] as const) {
    const it = await makeProduction({ groupId, kind, format } as Parameters<typeof makeProduction>[0], {
      database: site.database,
      origin,
      tell,
    });
    all[kind] =
      kind === "REPORT"
        ? it!.file.toString()
        : Object.entries(await unzipped(it!.file))
            .filter(([name]) => name.startsWith("ppt/slides/"))
            .map(([, xml]) => xml.toString())
            .join(" ");
  }
  return all;
}

test("each file says who organises, how to reach them, and where the legal notice stands", async () => {
  const before = await site.app.inject({ url: "/proposals/proposition-1/dossier.html" });
  expect(before.body).toContain(`${origin}/legal`);
  await site.database.query(
    `insert into instance (name, organiser, address, contact)
     values ('Paroles de Loire', 'Association des Semeurs', E'3 rue Basse\n44000 Nantes', 'bonjour@semeurs.example')`,
  );
  const files = await given();
  for (const [name, words] of Object.entries(files))
    for (const said of [
      "Association des Semeurs",
      "3 rue Basse, 44000 Nantes",
      "bonjour@semeurs.example",
      `${origin}/legal`,
    ])
      expect([name, said, words.includes(said)]).toEqual([name, said, true]);
  expect(files["open data"]).toContain("Paroles de Loire");
});

test("on a site in English alone, files are in English from their first heading to their last line", async () => {
  await site.database.query("update instance set languages = 'ENGLISH'");
  const files = await given();
  const pages = Object.entries(files).filter(([, words]) => words.startsWith("<!doctype html>"));
  expect(pages.length).toBe(4);
  for (const [name, words] of pages) {
    expect([name, words.match(/<html lang="(\w+)/)?.[1]]).toEqual([name, "en"]);
    expect([name, words.includes(`${origin}/en/legal`)]).toEqual([name, true]);
  }
  const letter = await site.app.inject({ url: `/handovers/${made.handover.id}/letter.odt` });
  expect(letter.headers["content-disposition"]).toContain('filename="proposition-1-letter.odt"');
  await site.database.query("update instance set languages = 'BOTH'");
});

test("a file whose address asks for no language is in that of the site", async () => {
  const files = ["/open-data/dictionary.csv", "/open-data/nothing.csv", "/news.atom"];
  const words = (said = "") =>
    Promise.all(
      files.map(async (url) => {
        const { body } = await site.app.inject({ url: url + said });
        return /<title>.*/.exec(body)?.[0] ?? body;
      }),
    );
  const [french, english] = [await words("?language=fr"), await words("?language=en")];
  expect(french).not.toEqual(english);
  expect(await words()).toEqual(french);
  await site.database.query("update instance set languages = 'ENGLISH'");
  expect(await words()).toEqual(english);
  expect(await words("?language=fr")).toEqual(french);
  await site.database.query("update instance set languages = 'BOTH'");
  expect(await words()).toEqual(french);
});

test("no structure that organises is named in code: its content and its instance alone say it", () => {
  const root = new URL("../../../../../../", import.meta.url);
  const named = ["apps/api/src", "apps/web/src", "packages/schema/src"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
      .filter(
        (file) => /(?<!\.test)\.(ts|tsx|json|graphql|html|css|svg)$/.test(file) && !file.startsWith("seed/content/"),
      )
      .filter((file) => /labo[ -]?(de l.)?ess|lelabo/i.test(readFileSync(new URL(`${folder}/${file}`, root), "utf8")))
      .map((file) => `${folder}/${file}`),
  );
  expect(named).toEqual([]);
});
