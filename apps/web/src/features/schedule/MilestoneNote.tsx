import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MilestoneNote_milestone } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<MilestoneNote_milestone> = gql`
  fragment MilestoneNote_milestone on Milestone {
    id
    startsOn
    endsOn
    inferred
    state
    movedReason
    cancelledReason
    plannedStartsOn
    plannedEndsOn
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

/** Date of a step, time left before the presentation, and the result that it leads to. */
export function MilestoneNote({ milestone, before }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: milestone });
  const { startsOn, endsOn, inferred, objective, meeting, state, movedReason, cancelledReason } = data;
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
        {state === "LATE" && <strong> · {m.schedule_late()}</strong>}
      </p>
      {movedReason && (data.plannedStartsOn !== startsOn || data.plannedEndsOn !== endsOn) && (
        <p className="quiet">
          {m.schedule_moved_from({ date: formatDate(data.plannedStartsOn) })} <q lang={contentLang()}>{movedReason}</q>
        </p>
      )}
      {cancelledReason !== null && (
        <p>
          <strong>{m.schedule_cancelled()}</strong> <q lang={contentLang()}>{cancelledReason}</q>
        </p>
      )}
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
