import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type { SpeaksFor, SpeaksForVariables } from "../graphql/operations.generated.ts";
import { useViewer } from "../graphql/instance.tsx";
import { Choices, RadioCard } from "../ui/Choice.tsx";
import { Fieldset } from "../ui/Field.tsx";
import { sayOrganisationProblems } from "./organisationProblems.ts";

sayOrganisationProblems();

const query: TypedDocumentNode<SpeaksFor, SpeaksForVariables> = gql`
  query SpeaksFor {
    viewer {
      id
      memberships {
        id
        speaks
        organisation {
          id
          name
          kind
          territory {
            id
            kind
            code
          }
        }
      }
    }
  }
`;

/** The organisations in whose name the viewer may write; none for a visitor, without a request. */
export function useOwnOrganisations() {
  const viewer = useViewer();
  const { data } = useQuery(query, { skip: !viewer });
  return (data?.viewer?.memberships ?? []).filter(({ speaks }) => speaks).map(({ organisation }) => organisation);
}

/** « En mon nom, au nom de X », for members of organisations: what is asked of oneself alone goes with the first. */
export function SpeakAs({ children }: { children: ReactNode }) {
  const organisations = useOwnOrganisations();
  const [chosen, setChosen] = useState("");
  if (organisations.length === 0) return children;
  return (
    <>
      <Fieldset name="organisationId" legend={m.organisation_speak()}>
        <Choices single>
          {[{ id: "", name: "" }, ...organisations].map(({ id, name }) => (
            <RadioCard
              name="organisationId"
              value={id}
              label={id ? m.organisation_speak_for({ name }) : m.organisation_speak_self()}
              help={id ? m.organisation_speak_help() : ""}
              checked={chosen === id}
              onChange={() => setChosen(id)}
              key={id}
            />
          ))}
        </Choices>
      </Fieldset>
      {chosen === "" && children}
    </>
  );
}

/** The organisation that was chosen; null for oneself. */
export const spokenIn = (fields: FormData) => (fields.get("organisationId") as string | null) || null;
