import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { MilestoneNote_milestone } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<MilestoneNote_milestone> = gql`
  fragment MilestoneNote_milestone on Milestone {
    id
    startsOn
    endsOn
    inferred
    objective {
      id
      slug
      number
    }
    meeting {
      id
      slug
      title
    }
  }
`;

interface Props {
  milestone: FragmentType<MilestoneNote_milestone>;
  /** Days from the milestone to the presentation; no countdown at 0. */
  before: number;
}

/** When a step is, how long before the presentation, and what it leads to. */
export function MilestoneNote({ milestone, before }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: milestone });
  const { startsOn, endsOn, inferred, objective, meeting } = data;
  return (
    <>
      <p className="quiet">
        {startsOn === endsOn ? (
          <When date={startsOn} original />
        ) : (
          <>
            <When date={startsOn} original /> → <When date={endsOn} original />
          </>
        )}
        {before > 0 && ` · ${m.schedule_countdown({ count: before })}`}
        {inferred && ` · ${m.schedule_inferred()}`}
      </p>
      {meeting && (
        <p>
          <Link to={paths.meeting(meeting.slug)} lang={contentLang()}>
            {meeting.title}
          </Link>
        </p>
      )}
      {objective && (
        <p>
          <Link to={paths.objective(objective.slug)}>
            {m.schedule_see_objective()} {objective.number}
          </Link>
        </p>
      )}
    </>
  );
}

MilestoneNote.fragment = fragment;
