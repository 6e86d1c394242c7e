import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync("{features,pages,shared}/**/*.tsx", { cwd: root });
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** Fields of a form that stands elsewhere, and that keeps them. */
const parts = [
  "features/attendance/AttendFields.tsx",
  "features/document/Filled.tsx",
  "features/document/SaidFields.tsx",
  "features/instance/LegalTexts.tsx",
  "features/languageKit/Lines.tsx",
  "features/launch/GroupWordsFields.tsx",
  "features/minutes/PieceFields.tsx",
  "features/moderation/HiddenFields.tsx",
  "features/questionnaire/fields/QuestionField.tsx",
  "features/questionnaire/posted/PostedField.tsx",
  "features/synthesisWriting/paragraph/ParagraphForm.tsx",
];

test("what is typed at length is kept, on the device or by the API, until it is sent", () => {
  const writing = files.filter((file) => textOf(file).includes("<WritingArea"));
  const lost = writing.filter((file) => !/<Kept|\bkept=|useEditing|useSaving/.test(textOf(file)));
  expect(lost.toSorted()).toEqual(parts.toSorted());
});

test("a form that keeps what is typed forgets it once it is sent", () => {
  const keeping = files.filter((file) => textOf(file).includes("<KeptFields"));
  expect(keeping).toContain("features/reaction/ReactionForm.tsx");
  expect(keeping.filter((file) => !/forgetKept\(|useVersioned\(/.test(textOf(file)))).toEqual([]);
});
