import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ProposalVersions_proposal } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { VersionCauses } from "./VersionCauses.tsx";

const fragment: TypedDocumentNode<ProposalVersions_proposal> = gql`
  fragment ProposalVersions_proposal on Proposal {
    id
    slug
    versions {
      id
      number
      keptAt
      authorName
      reason
      hash
      ...VersionCauses_version
    }
  }
  ${VersionCauses.fragment}
`;

/** The versions of a proposal, from the first to the one in force: when, who, why, and the ways to read each. */
export function ProposalVersions(props: { proposal: FragmentType<ProposalVersions_proposal> }) {
  const { slug, versions } = useSuspenseFragment({
    fragment,
    fragmentName: "ProposalVersions_proposal",
    from: props.proposal,
  }).data;
  return (
    <Steps
      label={m.version_title()}
      steps={versions.toReversed().map((it, index) => ({
        key: it.id,
        state: index === versions.length - 1 ? "now" : "done",
        title: m.version_number(it),
        note: (
          <>
            <When date={it.keptAt} />
            {it.authorName && `, ${m.version_by({ name: it.authorName })}`}
          </>
        ),
        children: (
          <div className="flow">
            {it.number === 1 && !it.reason && <p>{m.version_first()}</p>}
            <VersionCauses slug={slug} version={it} />
            <Fingerprint hash={it.hash} />
            <p className="cluster">
              <More to={paths.proposalVersion(slug, it.number)}>{m.version_read(it)}</More>
              {it.number > 1 && (
                <More to={paths.proposalDifference(slug, it.number - 1, it.number)}>
                  {m.version_compare({ from: it.number - 1, to: it.number })}
                </More>
              )}
            </p>
          </div>
        ),
      }))}
    />
  );
}

ProposalVersions.fragment = fragment;
