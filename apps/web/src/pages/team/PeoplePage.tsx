import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { CandidacyItem } from "../../features/regionalGroup/CandidacyItem.tsx";
import { HolderItem } from "../../features/role/HolderItem.tsx";
import { InvitationItem } from "../../features/role/InvitationItem.tsx";
import { Invite } from "../../features/role/Invite.tsx";
import { sayRoleProblems } from "../../features/role/roleProblems.ts";
import { ScopeFields } from "../../features/role/ScopeFields.tsx";
import { ResetFactor } from "../../features/secondFactor/ResetFactor.tsx";
import type { PeoplePage, PeoplePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { regionChoice } from "../../shared/choices.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { contentLang } from "../../i18n/content.ts";
import { refuse } from "./allowed.ts";

sayRoleProblems();

const query: TypedDocumentNode<PeoplePage, PeoplePageVariables> = gql`
  query PeoplePage($group: String, $after: String) {
    viewer {
      id
    }
    roleDesk {
      ...ScopeFields_desk @unmask
      candidacies {
        id
        ...CandidacyItem_candidacy @unmask
      }
      invitations {
        id
        ...InvitationItem_invitation @unmask
      }
      holders(group: $group, first: 20, after: $after) {
        nodes {
          id
          ...HolderItem_grant @unmask
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${ScopeFields.fragment}
  ${InvitationItem.fragment}
  ${HolderItem.fragment}
  ${CandidacyItem.fragment}
  ${regionChoice}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const variables = { group: params.get("group"), after: params.get("after") };
  return preload(args, query, variables, ({ roleDesk, viewer }) => roleDesk ?? refuse(viewer ? 403 : 401));
};

/** Roles of the team: roles held, roles ended, people invited. */
export function Component() {
  const { roleDesk, regions, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { invitations, holders, groups, candidacies } = roleDesk!;
  const [params] = useSearchParams();
  const places = { desk: roleDesk!, regions, group: params.get("group") };
  return (
    <Ruled>
      <PageHead title={m.role_title()} margin={m.role_margin()}>
        <ButtonLink to="#invite">{m.role_invite()}</ButtonLink>
      </PageHead>
      {candidacies.length > 0 && (
        <Row heading={m.regionalGroup_candidacies()} margin={`${candidacies.length}`} id="candidacies">
          <ul className="cards">
            {candidacies.map((candidacy) => (
              <CandidacyItem candidacy={candidacy} desk={roleDesk!} key={candidacy.id} />
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.role_holders()} id="holders">
        {groups.length > 1 && (
          <Filters label={m.role_holders()}>
            <FilterSelect
              name="group"
              label={m.role_group()}
              all={m.role_all_groups()}
              options={groups.map(({ slug, name }) => ({ value: slug, label: name, lang: contentLang() }))}
            />
          </Filters>
        )}
        {holders.nodes.length === 0 ? (
          <Empty title={m.role_holders_none()}>
            <p>{m.role_holders_none_why()}</p>
          </Empty>
        ) : (
          <ul className="cards">
            {holders.nodes.map((grant) => (
              <HolderItem
                grant={grant}
                beside={
                  grant.secondFactor &&
                  grant.person.id !== viewer?.id && (
                    <ResetFactor personId={grant.person.id} name={grant.person.displayName || m.role_nameless()} />
                  )
                }
                {...places}
                key={grant.id}
              />
            ))}
          </ul>
        )}
        <Pager pageInfo={holders.pageInfo} label={m.role_holders()} />
      </Row>
      <Row
        heading={m.role_invitations()}
        margin={invitations.length > 0 ? `${invitations.length}` : undefined}
        id="invitations"
      >
        {invitations.length === 0 ? (
          <p className="quiet">{m.role_invitations_none()}</p>
        ) : (
          <ul className="cards">
            {invitations.map((invitation) => (
              <InvitationItem invitation={invitation} key={invitation.id} />
            ))}
          </ul>
        )}
      </Row>
      <Row heading={m.role_invite()} id="invite" note={m.role_lead()}>
        <Invite {...places} />
      </Row>
    </Ruled>
  );
}
