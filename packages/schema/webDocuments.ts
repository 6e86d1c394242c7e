import { globSync, readFileSync } from "node:fs";
import { type DefinitionNode, type DocumentNode, Kind, parse, Source } from "graphql";

/**
 * The documents of the web, as the maker of types loads them: the words between the backquotes of « gql », read as they
 * stand everywhere here, since a reader of TSX takes half of what making the types does. Each knows its place in its file.
 */
export default function webDocuments(pattern: string): DocumentNode {
  const definitions: DefinitionNode[] = [];
  for (const file of globSync(pattern).toSorted()) {
    const text = readFileSync(file, "utf8");
    for (const { 1: words, index } of text.matchAll(/\bgql`([^`]*)`/g)) {
      const query = words!.replaceAll(/\$\{[^}]*\}/g, "");
      const line = text.slice(0, index).split("\n").length;
      definitions.push(...parse(new Source(query, file, { line, column: 1 })).definitions);
    }
  }
  return { kind: Kind.DOCUMENT, definitions };
}
