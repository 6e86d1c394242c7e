import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type {
  KeepWorkshopOpen,
  KeepWorkshopOpenVariables,
  WorkshopLook,
  WorkshopLookVariables,
} from "../../graphql/operations.generated.ts";

/** Milliseconds between two looks: the longest until a save of somebody else shows. */
const period = 20_000;

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

const keepOpen: TypedDocumentNode<KeepWorkshopOpen, KeepWorkshopOpenVariables> = gql`
  mutation KeepWorkshopOpen($input: KeepWorkshopOpenInput!) {
    keepWorkshopOpen(input: $input) {
      others
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
function useTheirSaves(slug: string) {
  const client = useApolloClient();
  useEffect(() => {
    const look = async () => {
      if (document.hidden || !navigator.onLine) return;
      const { data } = await client.query({ query, variables: { slug }, fetchPolicy: "no-cache" });
      // As the page holds it now, with what was saved from here meanwhile.
      const here = client.readQuery({ query, variables: { slug } });
      if (plain(data) !== plain(here)) await client.refetchQueries({ include: ["ProposalEditPage"] });
    };
    return nowAndThen(() => void look().catch(() => undefined));
  }, [client, slug]);
}

/** Names of the others who have the workshop open: told at the same pace, while one looks at the page oneself. */
function usePresent(proposalId: string) {
  const client = useApolloClient();
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let left = false;
    const variables = { input: { proposalId } };
    const say = async () => {
      if (document.hidden) return;
      // No act: nothing of the page is read again for it.
      const asked = { mutation: keepOpen, variables, fetchPolicy: "no-cache", context: { noAct: true } } as const;
      const answer = navigator.onLine ? await client.mutate(asked).catch(() => undefined) : undefined;
      if (!left) setNames(answer?.data?.keepWorkshopOpen.others ?? []);
    };
    void say();
    const stop = nowAndThen(() => void say());
    return () => {
      left = true;
      stop();
      setNames([]);
    };
  }, [client, proposalId]);
  return names;
}

/** What others do in the same workshop: their saves come in, and who they are is answered. */
export function useOthers({ id, slug }: { id: string; slug: string }) {
  useTheirSaves(slug);
  return usePresent(id);
}

/** Does something at the pace of looks, and when one comes back to the page, until it is stopped. */
function nowAndThen(look: () => void) {
  const timer = setInterval(look, period);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
