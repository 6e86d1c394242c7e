import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { VersionCauses_version } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { causeFragment } from "../../shared/causes.tsx";

const fragment: TypedDocumentNode<VersionCauses_version> = gql`
  fragment VersionCauses_version on ProposalVersion {
    id
    reason
    causes {
      ...Cause_cause @unmask
      amendment {
        id
        text
        authorName
        nameIsUnverified
      }
      supplied {
        id
        authorName
        nameIsUnverified
        organisationName
      }
    }
  }
  ${causeFragment}
`;

type Reaction = NonNullable<VersionCauses_version["causes"][number]["reaction"]>;

interface Props {
  /** The address of the proposal. */
  slug: string;
  version: FragmentType<VersionCauses_version>;
}

/** Why a proposal changed: the sentence of its author, and the causes, each with its link. */
export function VersionCauses({ slug, version }: Props) {
  const { reason, causes } = useSuspenseFragment({
    fragment,
    fragmentName: "VersionCauses_version",
    from: version,
  }).data;
  return (
    <>
      {reason && (
        <p className="prose" lang={contentLang()}>
          {reason}
        </p>
      )}
      {causes.length > 0 && (
        <div className="prose quiet">
          <p>{m.version_caused_by()}</p>
          <ul>
            {causes.map(({ reaction, meeting, amendment, supplied }) => (
              <li key={(reaction ?? meeting ?? amendment ?? supplied)!.id}>
                {amendment && (
                  <Link to={paths.amendment(slug, amendment.id)}>
                    {amendment.text
                      ? m.version_cause_amendment({ who: authorOf(amendment), text: amendment.text })
                      : m.version_cause_amendment_withdrawn()}
                  </Link>
                )}
                {supplied && <Link to={paths.contribution(supplied.id)}>{suppliedBy(supplied)}</Link>}
                {reaction && <ToReaction slug={slug} reaction={reaction} />}
                {meeting && (
                  <Link to={paths.meeting(meeting.slug)}>{m.version_cause_meeting({ title: meeting.title })}</Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

VersionCauses.fragment = fragment;

const suppliedBy = (it: NonNullable<VersionCauses_version["causes"][number]["supplied"]>) =>
  (it.authorName ?? it.organisationName)
    ? m.version_cause_supplied({ who: authorOf(it) })
    : m.version_cause_supplied_unnamed();

function ToReaction({ slug, reaction }: { slug: string; reaction: Reaction }) {
  const to = addressOf(slug, reaction);
  const words = m.version_cause_reaction({ who: authorOf(reaction), text: reaction.text });
  return to ? <Link to={to}>{words}</Link> : words;
}

/** Address of a reaction; null if its page cannot be told from its id. */
function addressOf(slug: string, { id, subject, subjectId }: Reaction) {
  if (subject === "PROPOSAL") return `${paths.proposal(slug)}#${id}`;
  if (subject === "CONTRIBUTION") return paths.contribution(subjectId);
  return subject === "KEY_POINT" ? paths.keyPoint(subjectId) : null;
}
