import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import type { WorkshopLook, WorkshopLookVariables } from "../../graphql/operations.generated.ts";
import { nowAndThen } from "../../ui/nowAndThen.ts";

/** Versions of all that is written in a workshop, and nothing of its words. */
const query: TypedDocumentNode<WorkshopLook, WorkshopLookVariables> = gql`
  query WorkshopLook($slug: String!) {
    proposal(slug: $slug) {
      id
      version
      state
      statements {
        id
        version
        sourcesVersion
      }
      objections {
        id
        version
      }
      asks {
        id
        version
      }
      works {
        id
        version
      }
      examples {
        id
      }
      carriersToEdit {
        id
        consent
      }
      supplies {
        id
        takenAs
      }
    }
  }
`;

/** The same for what was read and for what the page holds: each says the names of types in a place of its own. */
const plain = (data: unknown) =>
  JSON.stringify(data, (key, value: unknown) => (key === "__typename" ? undefined : value));

/**
 * Looks now and then, and when one comes back to the page, at whether others saved something; only then is the page read
 * again: what is being typed stays. A look that nobody answers is no matter: the next one comes.
 */
export function useTheirSaves(slug: string) {
  const client = useApolloClient();
  useEffect(() => {
    const look = async () => {
      if (!navigator.onLine) return;
      const { data } = await client.query({ query, variables: { slug }, fetchPolicy: "no-cache" });
      // Somebody removed the draft: what is typed here stays in sight, and is told so when it is saved.
      if (!data?.proposal) return;
      // As the page holds it now, with what was saved from here meanwhile.
      const here = client.readQuery({ query, variables: { slug } });
      if (plain(data) !== plain(here)) await client.refetchQueries({ include: ["ProposalEditPage"] });
    };
    return nowAndThen(() => void look().catch(() => undefined));
  }, [client, slug]);
}
