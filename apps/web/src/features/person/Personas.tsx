import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useHref } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Personas_persona } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { roleNames } from "../../shared/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { askedPageOr } from "../../shared/askedPage.ts";
import { usePost } from "../../shared/post.ts";

const fragment: TypedDocumentNode<Personas_persona> = gql`
  fragment Personas_persona on DemoPersona {
    id
    displayName
    roles
    territoryName
  }
`;

/** A fictional person to be for a while, with one click. */
export function Persona(props: { persona: FragmentType<Personas_persona> }) {
  const { data: persona } = useSuspenseFragment({ fragment, from: props.persona });
  const next = useHref(persona.roles.length ? paths.desk() : paths.home());
  // Another person is another document: nothing of the one before stays.
  const [signIn, { busy }] = usePost("/demo/sign-in", () => location.assign(askedPageOr(next)));
  return (
    <Card as="li">
      <h3>{persona.displayName}</h3>
      <p className="quiet">
        {persona.roles.length ? persona.roles.map((role) => roleNames[role]()).join(", ") : m.person_participant()}
        {persona.territoryName && ` · ${persona.territoryName}`}
      </p>
      <Button small disabled={busy} onClick={() => void signIn({ personId: persona.id })}>
        {m.person_be({ name: persona.displayName })}
      </Button>
    </Card>
  );
}

Persona.fragment = fragment;
