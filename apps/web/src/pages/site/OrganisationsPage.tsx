import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { OrganisationCard } from "../../features/organisation/OrganisationCard.tsx";
import { useViewer } from "../../graphql/instance.tsx";
import type { OrganisationsPage, OrganisationsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { regionChoice, termChoice } from "../../shared/choices.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";

const query: TypedDocumentNode<OrganisationsPage, OrganisationsPageVariables> = gql`
  query OrganisationsPage($territory: String, $after: ID) {
    organisations(territory: $territory, after: $after) {
      id
      ...OrganisationCard_organisation
    }
    kinds: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${OrganisationCard.fragment}
  ${termChoice}
  ${regionChoice}
`;

const territoryIn = (params: URLSearchParams) => params.get("territory")?.trim() || null;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { territory: territoryIn(new URL(args.request.url).searchParams) });

/** The organisations that may speak as themselves, by name. */
export function Component() {
  const { organisations: begun, kinds, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const client = useApolloClient();
  const [params] = useSearchParams();
  const viewer = useViewer();
  const toNew = useHref(paths.organisationNew());
  const { rest, control } = useRest({
    begun,
    most: longestList,
    async ask(after) {
      const variables = { territory: territoryIn(params), after };
      return (await client.query({ query, variables, fetchPolicy: "network-only" })).data?.organisations;
    },
  });
  const organisations = [...begun, ...rest];
  const kindNames = new Map(kinds.map((term) => [term.key, termLabel(term)]));
  return (
    <Ruled>
      <PageHead title={m.organisation_title()} lead={m.organisation_lead()}>
        <p className="cluster no-print">
          <ButtonLink primary to={viewer ? paths.organisationNew() : paths.signIn(toNew)}>
            {viewer ? m.organisation_new() : m.organisation_sign_in()}
          </ButtonLink>
        </p>
      </PageHead>
      <Row>
        <Filters label={m.organisation_filters()}>
          <FilterSelect
            name="territory"
            label={m.organisation_field_territory()}
            all={m.organisation_territory_all()}
            options={regions.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Filters>
      </Row>
      <Row heading={m.organisation_list()}>
        {organisations.length > 0 ? (
          <ul className="cards">
            {organisations.map((organisation) => (
              <OrganisationCard organisation={organisation} kindNames={kindNames} key={organisation.id} />
            ))}
          </ul>
        ) : (
          <Empty title={territoryIn(params) ? m.organisation_none() : m.organisation_none_yet()}>
            {territoryIn(params) ? (
              <More to={paths.organisations()}>{m.organisation_everywhere()}</More>
            ) : (
              <>
                <p>{m.organisation_none_yet_text()}</p>
                <More to={paths.questionnaires()}>{m.contribution_answer()}</More>
              </>
            )}
          </Empty>
        )}
        {control}
      </Row>
    </Ruled>
  );
}
