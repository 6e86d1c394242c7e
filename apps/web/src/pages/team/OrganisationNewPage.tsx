import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use, useRef } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useHref } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { noOrganisation, sentFrom } from "../../features/organisation/fields.tsx";
import { registerOrganisation } from "../../features/organisation/organisation.mutations.tsx";
import { OrganisationForm } from "../../features/organisation/OrganisationForm.tsx";
import type { OrganisationNewPage, OrganisationNewPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { regionsToChoose, termChoice } from "../../shared/choices.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { useAct } from "../../ui/useAct.ts";
import { editingPlace, useEditing } from "../../ui/useEditing.ts";
import { keptId } from "../../ui/keptKey.ts";

const query: TypedDocumentNode<OrganisationNewPage, OrganisationNewPageVariables> = gql`
  query OrganisationNewPage {
    viewer {
      id
    }
    kinds: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${termChoice}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "viewer");

/** Registering an organisation: its page is there at once, and it speaks once the team confirmed it. */
export function Component() {
  const { kinds, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const id = "organisation new";
  const key = useRef<string>(undefined);
  const act = useAct(registerOrganisation);
  const unsaved = use(UnsavedContext);
  const there = useHref(paths.organisation(":slug"));
  const editing = useEditing({
    id,
    name: m.organisation_new(),
    version: 0,
    fields: noOrganisation,
    save: async (fields) => {
      const slug = (await act.run({ key: (key.current ??= keptId(editingPlace(id))), fields: sentFrom(fields) }))
        ?.organisation?.slug;
      if (!slug) return false;
      unsaved.forget();
      location.assign(there.replace(":slug", slug));
      return true;
    },
  });
  return (
    <Ruled>
      <PageHead
        title={m.organisation_new()}
        kicker={<Link to={paths.organisations()}>{m.organisation_title()}</Link>}
        lead={m.organisation_new_lead()}
      />
      <Row>
        <OrganisationForm registered={false} {...{ editing, kinds, regions, ...act }} />
      </Row>
    </Ruled>
  );
}
