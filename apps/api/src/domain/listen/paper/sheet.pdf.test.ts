import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileApi } from "../../../../test/acts/files.ts";
import { sheetsPdf } from "./sheet.pdf.ts";

const site = fileApi();
const folder = mkdtempSync(join(tmpdir(), "sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** True if the operating system has a tool. */
const installed = (tool: string) => {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
};

/** Text of a file outside its compressed streams. */
const objectsOf = (file: Buffer) => file.toString("latin1");

/** All that its pages draw. */
const drawn = (file: Buffer) => {
  const parts: string[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(file.subarray(at + 7, file.indexOf("endstream", at))).toString("latin1"));
    } catch {
      // A stream that is not compressed: letters, or words about the file.
    }
  }
  return parts.join("\n");
};

describe("sheets as a file", () => {
  let plain: Buffer;
  let large: Buffer;
  let forty: Buffer;
  let codes: string[];
  let questions: { code: string; label: string }[];

  beforeAll(async () => {
    plain = await site.file("/questionnaires/questionnaire-4/print.pdf");
    large = await site.file("/questionnaires/questionnaire-4/print.pdf?large=1");
    await site.signIn("FACILITATOR");
    const printed = await site.print("questionnaire-4", 40);
    codes = printed.codes;
    forty = await site.file(`/paper/questionnaire-4/sheets/${printed.batch}.pdf`);
    questions = await site.questions("questionnaire-4");
  });

  test("are tagged: a structure, a language, a title, and a picture said in words", () => {
    for (const file of [plain, large, forty]) {
      const objects = objectsOf(file);
      expect(objects).toMatch(/\/MarkInfo/);
      expect(objects).toMatch(/\/Marked true/);
      expect(objects).toMatch(/\/StructTreeRoot/);
      expect(objects).toMatch(/\/Lang \(fr-FR\)/);
      expect(objects).toMatch(/\/DisplayDocTitle true/);
      for (const type of ["Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TH", "TD", "Figure"])
        expect(objects).toMatch(new RegExp(`/S /${type}\\b`));
      expect(objects).toMatch(/\/Alt \(/);
      expect(objects).toMatch(/\/FontFile2/);
    }
  });

  test("everything drawn is either tagged or said to be an artifact", () => {
    const content = drawn(plain);
    expect(content).toMatch(/\/Artifact/);
    const outside = content.replace(/\/[A-Za-z0-9]+ <<[^>]*>> BDC[\s\S]*?EMC/g, "");
    expect(outside).not.toMatch(/\bTJ\b|\bTj\b/);
  });

  test("a form for anybody bears no code", () => {
    expect(objectsOf(plain)).not.toMatch(/\/follow\/\w/);
  });

  test.skipIf(!installed("pdftotext"))(
    "forty sheets hold forty codes, each twice, and every question forty times",
    () => {
      const path = join(folder, "forty.pdf");
      writeFileSync(path, forty);
      const text = execFileSync("pdftotext", ["-raw", path, "-"], { maxBuffer: 50_000_000 })
        .toString()
        .replace(/\s+/g, " ");
      expect(new Set(codes).size).toBe(40);
      for (const code of codes) expect(text.split(code)).toHaveLength(3);
      const words = (label: string) => label.replace(/\s+/g, " ");
      for (const { code, label } of questions) expect(text.split(words(`${code} ${label}`))).toHaveLength(41);
      // Answers typed from paper are not read again by their author: the sheet promises only what is so there.
      expect(text.split("vous dites à la fin comment votre réponse paraît")).toHaveLength(41);
      for (const number of [1, 40]) expect(text).toContain(`feuille ${number} sur 40 · Page 1 sur`);
    },
  );

  test.skipIf(!installed("pdftotext"))("an address is asked for where the site can write to it, alone", async () => {
    const head = { slug: "q", number: 1, title: "Un essai", intro: "", closesAt: new Date(), anonymous: false };
    const around = { origin: "", language: "fr", imprint: "", large: false, france: true } as const;
    const asks = async (writes: boolean) => {
      const options = {
        questionnaire: head,
        definition: { id: "", repeatQuestionId: null, sections: [] },
        ...around,
        writes,
      };
      const parts = (await sheetsPdf(options, []).stream.toArray()) as Buffer[];
      const path = join(folder, "address.pdf");
      writeFileSync(path, Buffer.concat(parts));
      return execFileSync("pdftotext", ["-raw", path, "-"]).toString().includes("Courriel");
    };
    expect(await asks(true)).toBe(true);
    expect(await asks(false)).toBe(false);
  });

  test.skipIf(!installed("qpdf"))("they are sound files", () => {
    for (const [name, file] of Object.entries({ plain, large, forty })) {
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, file);
      expect(() => execFileSync("qpdf", ["--check", path])).not.toThrow();
      expect(readFileSync(path).length).toBeGreaterThan(10_000);
    }
  });

  test.skipIf(!installed("pdftotext"))(
    "large print is of sixteen points and more, but for the number of the page",
    () => {
      const path = join(folder, "large.pdf");
      writeFileSync(path, large);
      const sizes = [...drawn(large).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
      expect(sizes.length).toBeGreaterThan(50);
      expect(Math.min(...sizes.filter((size) => size !== 12))).toBeGreaterThanOrEqual(16);
    },
  );

  test("sheets with codes are for whoever printed them, today: refused to others and to visitors", async () => {
    await site.signIn("FACILITATOR");
    const { batch } = await site.print("questionnaire-4", 1);
    const path = `/paper/questionnaire-4/sheets/${batch}.pdf`;
    expect(await site.status(path)).toBe(200);
    await site.signIn("REFERENT");
    expect(await site.status(path)).toBe(403);
    site.signOut();
    expect(await site.status(path)).toBe(401);
    expect(await site.status("/questionnaires/none/print.pdf")).toBe(404);
  });
});
