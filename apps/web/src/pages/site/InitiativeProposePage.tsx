import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ProposeForm } from "../../features/initiative/ProposeForm.tsx";
import { SheetFields } from "../../features/initiative/SheetFields.tsx";
import type { InitiativeProposePage, InitiativeProposePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<InitiativeProposePage, InitiativeProposePageVariables> = gql`
  query InitiativeProposePage {
    ...SheetFields_query @unmask
    groups {
      id
      slug
      name
    }
  }
  ${SheetFields.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** « Proposer une initiative »: by anybody, without an account. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const navigate = useNavigate();
  return (
    <Ruled>
      <PageHead
        margin={m.initiative_propose_margin()}
        note={m.initiative_propose_note()}
        title={m.initiative_propose()}
        lead={<p>{m.initiative_propose_lead()}</p>}
      />
      <Row>
        <ProposeForm
          lists={data}
          groups={data.groups}
          onSent={(code) => void navigate(paths.initiativeFollow(code), { state: { sent: true } })}
        />
      </Row>
    </Ruled>
  );
}
