/** A name that stands for an institution, and that nobody checked, says so wherever it stands beside words. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FieldNode, Kind, parse, type SelectionSetNode } from "graphql";
import { expect, test } from "vitest";

const root = import.meta.dirname;

/** Things whose author is told otherwise: the team's own names, names of accounts, and one's own as it was typed. A synthesis has no room left to ask it of each passage: the text that slides in beside it says so. */
const others =
  /^(features\/(reading|curation|exchange|synthesisWriting|proposalWriting)\/|features\/notebook\/NotebookCard|features\/proposal\/ProposalVersions|features\/passage\/cited|pages\/site\/(Draft|Trail|Exchange|ProposalVersionPage))/;

const namesOf = ({ selections }: SelectionSetNode) =>
  selections.flatMap((it) => (it.kind === Kind.FIELD ? [it.name.value] : []));

/** Selections that take the name of an author without whether anybody checked it. */
function unchecked(set: SelectionSetNode): number {
  const names = namesOf(set);
  const here = names.includes("authorName") && !names.includes("nameIsUnverified") ? 1 : 0;
  const inner = set.selections.flatMap((it) =>
    (it as FieldNode).selectionSet ? [(it as FieldNode).selectionSet!] : [],
  );
  return inner.reduce((sum, one) => sum + unchecked(one), here);
}

test("whoever asks for the name of an author asks whether anybody checked it", () => {
  const files = globSync("**/*.tsx", { cwd: root });
  const without = files.filter((file) => {
    const documents = [...readFileSync(join(root, file), "utf8").matchAll(/gql`([^`]*)`/g)];
    return documents.some(([, text]) =>
      parse(text!.replaceAll(/\$\{[^}]*\}/g, "")).definitions.some(
        (it) => "selectionSet" in it && it.selectionSet && unchecked(it.selectionSet) > 0,
      ),
    );
  });
  expect(without.filter((file) => !others.test(file))).toEqual([]);
  expect(without.length).toBeGreaterThan(0);
});
