import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Adoption_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Row } from "../../ui/Ruled.tsx";
import { decision } from "../../shared/decision.tsx";

const fragment: TypedDocumentNode<Adoption_proposal> = gql`
  fragment Adoption_proposal on Proposal {
    id
    state
    stateOn
    stateReason
    adoption {
      id
      decision {
        ...Decision_decision @unmask
      }
      alone
      versionNumber
      hash
    }
    errata {
      id
      text
      addedOn
    }
    mergedInto {
      id
      slug
      number
      title
    }
    tookIn {
      id
      slug
      number
      title
    }
    splitFrom {
      id
      slug
      number
      title
    }
    splitInto {
      id
      slug
      number
      title
    }
  }
  ${decision}
`;

type Relative = NonNullable<Adoption_proposal["mergedInto"]>;
type Adoption = NonNullable<Adoption_proposal["adoption"]>;

/** Decision on a proposal: how it was adopted, later changes of wording, where it went and why. */
export function Adoption(props: { proposal: FragmentType<Adoption_proposal> }) {
  const it = useSuspenseFragment({ fragment, fragmentName: "Adoption_proposal", from: props.proposal }).data;
  const { adoption, errata, stateReason, stateOn } = it;
  // The address of one that was merged leads here: « before » is how it is still read.
  const relatives: [words: () => string, those: readonly Relative[], search?: string][] = [
    [m.adoption_merged_into, it.mergedInto ? [it.mergedInto] : []],
    [m.adoption_took_in, it.tookIn, "?before"],
    [m.adoption_split_from, it.splitFrom ? [it.splitFrom] : []],
    [m.adoption_split_into, it.splitInto],
  ];
  const related = relatives.filter(([, those]) => those.length > 0);
  if (!adoption && !stateReason && related.length === 0) return null;
  return (
    <Row heading={m.adoption_heading()} margin={stateOn ? formatDate(stateOn) : undefined}>
      {adoption && <Adopted adoption={adoption} />}
      {stateReason && <p lang={contentLang()}>{m.adoption_because({ reason: stateReason })}</p>}
      {related.map(([words, those, search = ""]) => (
        <div className="flow" key={words()}>
          <h3>{words()}</h3>
          <ul>
            {those.map(({ id, slug, number, title }) => (
              <li key={id}>
                <Link to={paths.proposal(slug) + search} lang={contentLang()}>
                  {number}. {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {errata.length > 0 && (
        <div className="flow">
          <h3>{m.adoption_errata()}</h3>
          <ul>
            {errata.map(({ id, text, addedOn }) => (
              <li key={id}>
                <span className="quiet">{formatDate(addedOn)}</span> · <span lang={contentLang()}>{text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Row>
  );
}

Adoption.fragment = fragment;

const atLeast = ({ territory, people }: Adoption["decision"]["presence"][number]) =>
  `${territory.name} (${m.meeting_at_least({ people })})`;

const Adopted = ({ adoption }: { adoption: Adoption }) => {
  const { alone, versionNumber, hash } = adoption;
  const { meeting, decidedOn, method, votesFor, votesAgainst, abstentions, quorum, present, presence, note } =
    adoption.decision;
  return (
    <div className="flow">
      <p>
        {m.adoption_adopted_on({ date: formatDate(decidedOn) })}{" "}
        <Link to={paths.meeting(meeting.slug)} lang={contentLang()}>
          {meeting.title}
        </Link>
        {", "}
        {method === "CONSENT"
          ? m.adoption_by_consent()
          : m.adoption_by_vote({ votesFor: votesFor!, votesAgainst: votesAgainst!, abstentions: abstentions! })}
        {quorum !== null && ` ${m.adoption_quorum_was({ quorum })}`}
      </p>
      <p>
        {m.adoption_present({ count: present })}
        {presence.length > 0 && m.ui_colon() + presence.map(atLeast).join(", ")}
      </p>
      {note && <p lang={contentLang()}>{note}</p>}
      {alone && <p>{m.adoption_alone()}</p>}
      <p className="quiet">
        {m.adoption_frozen({ version: versionNumber })} <code>{hash.match(/.{1,8}/g)!.join(" ")}</code>
      </p>
    </div>
  );
};
