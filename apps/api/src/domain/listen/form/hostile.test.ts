import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lssOf,
  sheetXml,
  surveyInLss,
  surveyOf,
  workbookFiles,
  workbookOf,
  zipOf,
} from "../../../../test/acts/forms.ts";
import { plainText } from "../../../platform/text/markup.ts";
import { readForm } from "./read.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";

/** Why a file was refused; anything else than a refusal fails. */
const refusalOf = async (bytes: Buffer) => {
  try {
    await readForm(bytes, "hostile");
    return null;
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};

const question = surveyOf([{ type: "text", name: "q", label: "Q" }]);
const lss = (inside: string, before = "") =>
  Buffer.from(
    `<?xml version="1.0"?>${before}<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`,
  );

describe("a hostile file is refused, in bounded time and memory", { timeout: 60_000 }, () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ["nothing", () => Buffer.alloc(0), "EMPTY"],
    ["a picture", () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "UNKNOWN"],
    ["words", () => Buffer.from("Bonjour, ceci n’est pas un formulaire."), "UNKNOWN"],
    ["an old Excel file", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "OLD_EXCEL"],
    ["a zip of something else", () => zipOf({ "lisez.txt": "Bonjour" }), "UNKNOWN"],
    ["a workbook without a sheet « survey »", () => workbookOf({ Feuille1: [["a"]] }), "NO_SURVEY"],
    ["a workbook that asks nothing", () => workbookOf({ survey: [["type", "name"]] }), "NO_QUESTION"],
    ["a workbook cut in two", async () => (await workbookOf({ survey: question })).subarray(0, 300), "BROKEN"],
    ["a zip of zeros", () => Buffer.concat([Buffer.from("PK"), Buffer.alloc(1000)]), "BROKEN"],
    ["a page of HTML", () => Buffer.from("<!doctype html><html><body>Bonjour</body></html>"), "UNKNOWN"],
    ["some other XML", () => Buffer.from("<feed><title>x</title></feed>"), "UNKNOWN"],
    ["XML that is cut", () => surveyInLss([{ type: "T" }]).subarray(0, 400), "BROKEN"],
    [
      "a group of LimeSurvey, which is not a survey",
      () => Buffer.from("<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>"),
      "UNKNOWN",
    ],
    [
      "bytes that are no UTF-8",
      () => Buffer.concat([lss("").subarray(0, 60), Buffer.from([0xff, 0xc3, 0x28])]),
      "ENCODING",
    ],
    ["an encoding nobody uses", () => Buffer.from('<?xml version="1.0" encoding="EBCDIC-37"?><document/>'), "ENCODING"],
    ["a text with NUL in it", () => lss("<a>\0</a>"), "ENCODING"],
  ])("%s", async (_, make, reason) => {
    expect(await refusalOf(await make())).toBe(reason);
  });

  it("entities that double at each step (« billion laughs »)", async () => {
    const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join("");
    expect(await refusalOf(lss("<a>&e30;</a>", `<!DOCTYPE document [<!ENTITY e0 "ha">${entities}]>`))).toBe("DOCTYPE");
  });

  it("an entity that would read a file of the server", async () => {
    const doctype = '<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await refusalOf(lss("<a>&x;</a>", doctype))).toBe("DOCTYPE");
    const files = workbookFiles({ survey: `${doctype}${sheetXml(question).slice(38)}` });
    expect(await refusalOf(await zipOf(files))).toBe("DOCTYPE");
  });

  it("an entity that nobody defined", async () => {
    expect(await refusalOf(lss("<a>&inconnue;</a>"))).toBe("BROKEN");
  });

  it("elements within elements, a hundred thousand deep", async () => {
    expect(await refusalOf(lss("<a>".repeat(100_000)))).toBe("TOO_DEEP");
  });

  /** 60 MB of blanks. */
  let blanks: Promise<Buffer> | undefined;
  const zipBomb = async () => Buffer.from(await (blanks ??= zipOf(workbookFiles({ survey: " ".repeat(60_000_000) }))));

  it("a zip bomb: 60 MB of blanks in 60 KB", async () => {
    const bomb = await zipBomb();
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusalOf(bomb)).toBe("INFLATED");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it("a zip bomb that lies about its size", async () => {
    const bomb = await zipBomb();
    // Every record of the directory says that its file is a thousand bytes long.
    for (let at = bomb.indexOf("PK\u0001\u0002"); at >= 0; at = bomb.indexOf("PK\u0001\u0002", at + 4))
      bomb.writeUInt32LE(1000, at + 24);
    expect(["BROKEN", "INFLATED"]).toContain(await refusalOf(bomb));
  });

  it("an archive of six hundred files", async () => {
    const names = Array.from({ length: 600 }, (_, n) => [`f${n}`, ""]);
    expect(await refusalOf(await zipOf(Object.fromEntries(names)))).toBe("TOO_MANY");
  });

  it("a million rows", async () => {
    const sheet = (rows: number) =>
      `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(rows)}</sheetData></worksheet>`;
    expect(await refusalOf(await zipOf(workbookFiles({ survey: sheet(1_000_000) })))).toBe("INFLATED");
    expect(await refusalOf(await zipOf(workbookFiles({ survey: sheet(100_000) })))).toBe("TOO_MANY");
    const written = "<row><qid>1</qid></row>".repeat(200_000);
    expect(await refusalOf(lss(`<questions><rows>${written}</rows></questions>`))).toBe("TOO_MANY");
  });

  it("more questions or choices than anybody asks", async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ type: "text", name: `q${n}`, label: "Q" }));
    expect(await refusalOf(await workbookOf({ survey: surveyOf(many) }))).toBe("TOO_MANY");
    const answers = Array.from({ length: 500 }, (_, n) => ({
      qid: 10,
      code: `A${n}`,
      answer: "x",
      scale_id: 0,
      language: "fr",
    }));
    expect(await refusalOf(surveyInLss([{ type: "L" }], { answers }))).toBe("TOO_MANY");
  });

  it("a column far to the right", async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalOf(await zipOf(workbookFiles({ survey: sheet })))).toBe("TOO_MANY");
  });

  it("names that climb out of the archive name nothing", async () => {
    const files = workbookFiles({ survey: sheetXml(question) });
    files["xl/_rels/workbook.xml.rels"] =
      '<Relationships><Relationship Id="rId1" Target="../../../../etc/passwd"/></Relationships>';
    expect(await refusalOf(await zipOf(files))).toBe("BROKEN");
  });

  it("expressions of brackets, of « not », of « and », are read as far as anybody writes them", async () => {
    for (const relevance of [
      "(".repeat(9000),
      "!".repeat(9000) + "1",
      `1${" and 1".repeat(1900)}`,
      "x".repeat(50_000),
    ]) {
      expect(await refusalOf(surveyInLss([{ type: "T" }, { type: "T", relevance }]))).toBeNull();
    }
  });

  it("names of objects’ own parts are names like others", async () => {
    const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"];
    const form = await readForm(
      surveyInLss(
        names.map((title) => ({ type: "T", title })),
        { constructor: [{ a: 1 }] },
      ),
    );
    expect(form.sections[0]!.questions.map(({ name }) => name)).toEqual([
      "proto",
      "cconstructor",
      "cprototype",
      "chasOwnProperty",
      "ctoString",
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const rows = names.map((name) => ({ type: "select_one __proto__", name, label: "Q" }));
    const book = await readForm(
      await workbookOf({ survey: surveyOf([...rows, { type: "text", name: "q", label: "Q" }]) }),
    );
    expect(book.sections[0]!.questions.map(({ name }) => name)).toEqual(["q"]);
  });

  it("script in labels is text or nothing", async () => {
    const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>&lt;script&gt;<a href="javascript:alert(3)">ici</a>`;
    const form = await readForm(surveyInLss([{ type: "T", question: evil }]));
    expect(form.sections[0]!.questions[0]!.label.text).toBe("<script>ici");
  });

  it("tags that never end cost no more than their length: at two million characters, more would not end in time", () => {
    for (const piece of ["<", "<a", "<script>", "<!--", "<svg></svg>", "&", "&#", "</"]) {
      expect(plainText(piece.repeat(2_000_000 / piece.length)).text.length).toBeLessThanOrEqual(2_000_000);
    }
  });

  it("whatever its bytes are", async () => {
    const starts = [
      "",
      "PK\u0003\u0004",
      "<?xml ",
      "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>",
      '{"pages":[',
    ].map((text) => Buffer.from(text));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, bytes) => {
        expect(await refusalOf(Buffer.concat([start, bytes]))).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it("whatever was changed in a file that was good", async () => {
    const good = [
      await workbookOf({
        survey: surveyOf([{ type: "text", name: "q", label: "Q", relevant: "${a} = 1" }]),
        choices: [["list_name", "name", "label"]],
      }),
      surveyInLss([{ type: "L" }, { type: "M" }], {
        answers: [{ qid: 10, code: "A", answer: "x", scale_id: 0, language: "fr" }],
      }),
      lssOf({ groups: [{ gid: 1 }] }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        async (file, changes) => {
          const bytes = Buffer.from(file);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          expect(await refusalOf(bytes)).toSatisfy((reason) => reason === null || typeof reason === "string");
        },
      ),
      { numRuns: 600 },
    );
  });
});
