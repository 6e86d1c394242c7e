import { beforeAll, expect, test } from "vitest";
import { walkedApi } from "../site/demo.ts";
import { around, hiddenWord, hiding, maskedWord } from "./hiding.ts";
import { quotedText, takeBack } from "./quoted.ts";
import { type Taken, taken } from "./taken.ts";

const api = walkedApi();
const texts = hiding(api);
const withdrawnWord = /améthyste/i;
/** All files while texts are hidden and a word is masked; and once the hidden are back, and another text is withdrawn. */
let first: Taken[];
let second: Taken[];
const filesOf = (files: Taken[], word: RegExp) =>
  files.filter(({ content }) => word.test(content)).map(({ path }) => path);

beforeAll(async () => {
  const { code } = await quotedText(api, "améthyste");
  const undo = await texts.hide();
  first = await taken(api.database, []);
  await undo();
  await takeBack(api, code);
  second = await taken(api.database, []);
});

test("what a moderator hides leaves every file at once, and comes back", () => {
  expect(filesOf(first, hiddenWord)).toEqual([]);
  // Files that held nothing of what was hidden hold it again, so that their silence told something.
  expect(filesOf(second, hiddenWord).length).toBeGreaterThan(5);
});

test("words that are masked in a text leave every file that quotes it at once, and the rest stays", () => {
  for (const files of [first, second]) {
    expect(filesOf(files, maskedWord)).toEqual([]);
    expect(filesOf(files, around).length).toBeGreaterThan(5);
  }
});

test("withdrawn words are in no file", () => {
  const before = filesOf(first, withdrawnWord);
  const names = ["v1.html", "v2.html", "v1.docx", "v1.odt", "v1.json", "passages.csv", "passages.ods"];
  expect(names.filter((name) => !before.some((path) => path.includes(name)))).toEqual([]);
  expect(filesOf(second, withdrawnWord)).toEqual([]);
});
