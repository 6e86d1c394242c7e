import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Act } from "../../features/organisation/Act.tsx";
import { organisationSheet, sentFrom, typedFrom } from "../../features/organisation/fields.tsx";
import { Members } from "../../features/organisation/Members.tsx";
import { stateNames } from "../../features/organisation/organisation.labels.ts";
import { closeOrganisation, editOrganisation } from "../../features/organisation/organisation.mutations.tsx";
import { OrganisationForm } from "../../features/organisation/OrganisationForm.tsx";
import type { OrganisationEditPage, OrganisationEditPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { regionsToChoose, termChoice } from "../../shared/choices.tsx";
import { Leave } from "../../ui/Leave.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<OrganisationEditPage, OrganisationEditPageVariables> = gql`
  query OrganisationEditPage($slug: String!) {
    viewer {
      id
    }
    organisation(slug: $slug) {
      id
      ...OrganisationSheet @unmask
      ...Members_organisation @unmask
      viewerCan {
        keep
      }
    }
    kinds: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${organisationSheet}
  ${Members.fragment}
  ${termChoice}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ organisation, viewer }) =>
    allowed(organisation?.viewerCan.keep, viewer),
  );

/** The sheet of an organisation, its people and its end, for those who keep it. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.organisation!;
  return (
    <Ruled>
      <Leave />
      <PageHead
        title={it.name}
        lang={contentLang()}
        tab={m.organisation_keep()}
        margin={stateNames[it.state]()}
        kicker={<Link to={paths.organisation(it.slug)}>{m.organisation_page()}</Link>}
      />
      <Row heading={m.organisation_members()} id="members">
        <Members organisation={it} />
      </Row>
      <Editing data={data} key={it.id} />
      {it.state !== "CLOSED" && (
        <Row heading={m.organisation_close()}>
          <p className="prose">{m.organisation_close_lead()}</p>
          <Act
            mutation={closeOrganisation}
            again={["OrganisationEditPage"]}
            input={() => ({ id: it.id })}
            label={m.organisation_close()}
          />
        </Row>
      )}
    </Ruled>
  );
}

function Editing({ data: { organisation, kinds, regions } }: { data: OrganisationEditPage }) {
  const it = organisation!;
  const act = useAct(editOrganisation, ["OrganisationEditPage"]);
  const editing = useEditing({
    id: `organisation ${it.id}`,
    name: m.organisation_form(),
    version: it.version,
    fields: typedFrom(it),
    save: async (fields, _, version) => !!(await act.run({ id: it.id, version, fields: sentFrom(fields) })),
  });
  return (
    <Row heading={m.organisation_form()}>
      {(it.state === "CLOSED" || it.state === "REFUSED") && <p className="quiet">{m.organisation_again()}</p>}
      <OrganisationForm registered {...{ editing, kinds, regions, ...act }} />
    </Row>
  );
}
