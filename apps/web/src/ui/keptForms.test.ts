import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const features = new URL("../features/", import.meta.url);

/** Forms in which people write at length: what is typed in them outlives the page. */
const forms = [
  "reaction/ReactionForm",
  "amendment/Amend",
  "supply/SupplyForm",
  "office/AnswerForm",
  "proposalWriting/ProposalForm",
  "proposalWriting/StatementBox",
  "proposalWriting/ObjectionForm",
  "proposalWriting/AskForm",
  "proposalWriting/WorkForm",
];

test.each(forms)("%s keeps what is typed on the device, and forgets it once it is sent", (form) => {
  const text = readFileSync(new URL(`${form}.tsx`, features), "utf8");
  const [, place] = /<KeptFields\s+name=\{(\w+)\}/.exec(text) ?? [];
  expect(place).toBeDefined();
  expect(text).toMatch(new RegExp(`forgetKept\\(${place}\\)|useVersioned\\(.*, ${place}\\)`));
});
