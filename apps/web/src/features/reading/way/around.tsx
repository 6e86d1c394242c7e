import { type ApolloClient, gql, type TypedDocumentNode } from "@apollo/client";
import type { EveningAround, EveningAroundVariables } from "../../../graphql/operations.generated.ts";
import { Pins } from "../pins/Pins.tsx";

/**
 * Lists that stay from one text to the next: the key points of an objective, and all themes. Apart from the texts, each of
 * which would bring it, and read it from the cache, again.
 */
export const around: TypedDocumentNode<EveningAround, EveningAroundVariables> = gql`
  query EveningAround($objective: String!) {
    objective(slug: $objective) {
      id
      ...Pins_objective @unmask
    }
    axes {
      id
      themes {
        id
        slug
        title
      }
    }
  }
  ${Pins.fragment}
`;

/** So many milliseconds old, key points are asked for again: others open new ones meanwhile. */
const old = 5 * 60_000;

const asked = new Map<string, number>();

/** Loads what stays around the texts of an objective, unless it is there; what is old comes again, and nothing waits for it. */
export async function loadAround(client: ApolloClient, objective: string) {
  const variables = { objective };
  const isThere = client.readQuery({ query: around, variables }) !== null;
  if (isThere && Date.now() - (asked.get(objective) ?? 0) < old) return;
  asked.set(objective, Date.now());
  const coming = client.query({ query: around, variables, fetchPolicy: "network-only" });
  if (isThere) void coming.catch(() => undefined);
  else await coming;
}
