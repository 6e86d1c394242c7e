import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@cahier/schema/limits";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync("{features,pages,shared}/**/*.tsx", { cwd: root });
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** Fields of a form that stands elsewhere, and that keeps them; or of a dialog that asks before an act. */
const parts = [
  "features/attendance/AttendFields.tsx",
  "features/document/Filled.tsx",
  "features/document/SaidFields.tsx",
  "features/instance/LegalTexts.tsx",
  "features/languageKit/Lines.tsx",
  "features/launch/GroupWordsFields.tsx",
  "features/minutes/PieceFields.tsx",
  "shared/HiddenFields.tsx",
  "features/questionnaire/fields/QuestionField.tsx",
  "features/questionnaire/posted/PostedField.tsx",
  "features/questionnaireWriting/PlainIntro.tsx",
  "features/questionnaireWriting/Reason.tsx",
  "features/questionnaireWriting/question/PasteList.tsx",
  "features/questionnaireWriting/question/Replace.tsx",
  "features/synthesisWriting/paragraph/ParagraphForm.tsx",
];

test("what is typed at length is kept, on the device or by the API, until it is sent", () => {
  const writing = files.filter((file) => /<(Writing|Text)Area\b/.test(textOf(file)));
  const lost = writing.filter((file) => !/<Kept|\bkept=|useEditing|useSaving|useComposing/.test(textOf(file)));
  expect(lost.toSorted()).toEqual(parts.toSorted());
});

/** Lines of a form that stands elsewhere, or that go with one press: between two texts. */
const lines = [...parts, "features/initiative/SheetFields.tsx", "features/meeting/AgendaEditor.tsx"];

/** Lines of a text that may be as long as a sentence. */
const longLines = (text: string) =>
  [...text.matchAll(/<TextField\b[^]*?\/>/g)].flatMap(([field]) => {
    const limit = /maxLength=\{limits(?:\["([\w.]+)"\]|\.(\w+))\}/.exec(field);
    return limit && limits[(limit[1] ?? limit[2]) as keyof typeof limits] >= 280 ? field : [];
  });

test("a line as long as a sentence is kept too", () => {
  const long = files.filter((file) => longLines(textOf(file)).length > 0);
  expect(long.length).toBeGreaterThan(10);
  const lost = long.filter(
    (file) => !/<Kept|\bkept=|useEditing|useSaving|useComposing|useVersioned/.test(textOf(file)),
  );
  expect(lost.filter((file) => !lines.includes(file))).toEqual([]);
});

test("a form keeps its own lines, whatever those beside it keep", () => {
  const forms = (file: string) => textOf(file).match(/<Form\b[^]*?<\/Form>/g) ?? [];
  // What a component holds (`value`) is kept by what holds it.
  const isLost = (form: string) => !form.includes("<Kept") && longLines(form).some((field) => !/\bvalue=/.test(field));
  expect(files.filter((file) => forms(file).some(isLost))).toEqual([]);
});

/** One's own name where it is given once, which the browser fills in; the title beside a file that is chosen. */
const names = [
  ...lines,
  "features/form/CreateFromForm.tsx",
  "features/minority/SignMinorityPosition.tsx",
  "features/role/AcceptForms.tsx",
  "features/role/NameField.tsx",
];

test("a title or a name is kept too", () => {
  const named = files.filter((file) => /<(TextField\s+name="(title|displayName)"|NameField\b)/.test(textOf(file)));
  expect(named).toContain("features/questionnaireWriting/NewQuestionnaire.tsx");
  const lost = named.filter(
    (file) => !/<Kept|\bkept=|useEditing|useSaving|useComposing|useVersioned/.test(textOf(file)),
  );
  expect(lost.filter((file) => !names.includes(file))).toEqual([]);
});

test("a form that keeps what is typed forgets it once it is sent", () => {
  const keeping = files.filter((file) => textOf(file).includes("<KeptFields"));
  expect(keeping).toContain("features/reaction/ReactionForm.tsx");
  expect(keeping.filter((file) => !/forgetKept\(|useVersioned\(/.test(textOf(file)))).toEqual([]);
});

/** Choices that are saved as soon as they are made, or that nothing keeps. */
const unnamed = [
  "features/instance/AccentField.tsx",
  "features/keyPointWriting/Define.tsx",
  "features/questionnaireWriting/PreviewFrame.tsx",
];

test("each choice of one among several has its value: without one the last of them came back as what was chosen", () => {
  const choices = (file: string) => textOf(file).match(/<(?:RadioCard|input\s+type="radio")(?:[^>]|=>)*>/g) ?? [];
  const choosing = files.filter((file) => choices(file).length > 0);
  expect(choosing).toContain("features/adoption/Adopt.tsx");
  const nameless = choosing.filter((file) => choices(file).some((one) => !/\bvalue=|\{\.\.\./.test(one)));
  expect(nameless.toSorted()).toEqual(unnamed);
});

/** Made once by what it is: the same words are the same erratum, and a proposal or an amendment is settled once. */
const madeOnce = [
  "features/adoption/Erratum.tsx",
  "features/adoption/Split.tsx",
  "features/amendment/Settle.tsx",
  // A line that was taken off, put back without a word typed.
  "features/handover/LogActs.tsx",
  "features/minutes/MinutesSteps.tsx",
];

test("what a kept form makes is sent under a key that outlives the page as its words do", () => {
  const keyed = files.filter((file) => /\bkept(Key|Id)\(/.test(textOf(file)));
  expect(keyed.length).toBeGreaterThan(28);
  const keeping = files.filter((file) => /<Kept|\bkept=|useEditing\(|useVersioned\(/.test(textOf(file)));
  expect(keeping.filter((file) => /\bnewKey\b/.test(textOf(file))).toSorted()).toEqual(madeOnce);
});
