import { limits } from "@cahier/schema/limits";
import { expect, test } from "vitest";
import { cutAt, joinedAt, pieceOf, piecesOf } from "./pieces.ts";

const seen = (text: string, room = 200) =>
  piecesOf(text, room).map(({ kind, topic, text: words }) => [kind, topic, words]);

test("a text is cut at its blank lines: a title names what follows, and its marks say decisions and actions", () => {
  const notes =
    "Transport\n\nOn a compté les camions.\nIl y en a vingt.\n\nDécision : un fonds commun.\n\nÀ faire – écrire à la région.";
  expect(seen(notes)).toEqual([
    ["NOTE", "Transport", "On a compté les camions.\nIl y en a vingt."],
    ["DECISION", "", "un fonds commun."],
    ["ACTION", "", "écrire à la région."],
  ]);
});

test("a text without a blank line is cut at each line; its last line is no title", () => {
  expect(seen("Transport :\nOn a compté.\n- les camions\nFin")).toEqual([
    ["NOTE", "Transport", "On a compté."],
    ["NOTE", "", "- les camions"],
    ["NOTE", "", "Fin"],
  ]);
});

test("no word is lost: long paragraphs are cut where sentences end, and too many lines are joined", () => {
  const long = "Une phrase de plus. ".repeat(500).trim();
  const cut = piecesOf(long, 200);
  expect(cut.length).toBeGreaterThan(2);
  expect(cut.every(({ text }) => text.length <= limits["minutes.text"] && text.endsWith("."))).toBe(true);
  expect(cut.map(({ text }) => text).join(" ")).toBe(long);
  const lines = Array.from({ length: 3000 }, (_, line) => `Ligne ${line}.`).join("\n");
  const joined = piecesOf(lines, 200);
  expect(joined.length).toBeLessThanOrEqual(200);
  expect(joined.map(({ text }) => text).join("\n")).toBe(lines);
});

test("a person cuts a block in two and joins two, and nothing empty is made", () => {
  const pieces = [pieceOf({ kind: "DECISION", topic: "Fonds", text: "Un fonds. Cent euros." })];
  const cut = cutAt(pieces, 0, 9);
  expect(cut.map(({ kind, topic, text }) => [kind, topic, text])).toEqual([
    ["DECISION", "Fonds", "Un fonds."],
    ["DECISION", "", "Cent euros."],
  ]);
  expect(cutAt(pieces, 0, 0)).toBe(pieces);
  expect(joinedAt(cut, 1)).toMatchObject([{ kind: "DECISION", topic: "Fonds", text: "Un fonds.\nCent euros." }]);
});
