import { globSync, readFileSync } from "node:fs";
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from "graphql";

/** An operation that the web sends, whole: with the fragments it takes. */
export interface Operation {
  name: string;
  text: string;
  /** Names of its variables. */
  variables: string[];
  kind: "query" | "mutation" | "subscription";
}

let known: Map<string, Operation> | undefined;

/** Operations of the documents of the web, by name: read once, since they stand in a thousand files. */
export const operations = () => (known ??= operationsOfTheWeb());

/** Operations of the web by name, from the GraphQL text between the backquotes of « gql ». */
function operationsOfTheWeb(): Map<string, Operation> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const found: OperationDefinitionNode[] = [];
  for (const file of globSync("apps/web/src/**/*.{ts,tsx}", { exclude: ["**/*.test.ts"] }))
    for (const [, words] of readFileSync(file, "utf8").matchAll(/\bgql`([^`]*)`/g))
      for (const definition of definitionsIn(words!.replaceAll(/\$\{[^}]*\}/g, "")))
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
        else if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) found.push(definition);
  return new Map(
    found.map((definition) => {
      const taken = new Set<FragmentDefinitionNode>();
      const take = (node: DefinitionNode) =>
        visit(node, {
          FragmentSpread({ name }) {
            const fragment = fragments.get(name.value);
            if (!fragment || taken.has(fragment)) return;
            taken.add(fragment);
            take(fragment);
          },
        });
      take(definition);
      const name = definition.name!.value;
      const text = [definition, ...taken].map(print).join("\n").replaceAll(" @unmask", "");
      const variables = (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
      return [name, { name, text, variables, kind: definition.operation }];
    }),
  );
}

function definitionsIn(words: string) {
  try {
    return parse(words, { noLocation: true }).definitions;
  } catch {
    return []; // words of a test, or a part of a document
  }
}
