import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Causes_version } from "../../graphql/operations.generated.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { causeFragment } from "../../shared/causes.tsx";
import { reactionAt } from "./olderReactions.ts";

const fragment: TypedDocumentNode<Causes_version> = gql`
  fragment Causes_version on SynthesisVersion {
    id
    causes {
      ...Cause_cause @unmask
    }
  }
  ${causeFragment}
`;

type Reaction = NonNullable<Causes_version["causes"][number]["reaction"]>;

/** Causes of the changes of a version: reactions and meetings, each with its link. Renders nothing without any. */
export function Causes({ slug, version }: { slug: string; version: FragmentType<Causes_version> }) {
  const { causes } = useSuspenseFragment({ fragment, fragmentName: "Causes_version", from: version }).data;
  if (!causes.length) return null;
  return (
    <div className="prose quiet">
      <p>{m.synthesis_changed_by()}</p>
      <ul>
        {causes.map(
          ({ reaction, meeting }) =>
            (reaction && (
              <li key={reaction.id}>
                <ToReaction slug={slug} reaction={reaction} />
              </li>
            )) ??
            (meeting && (
              <li key={meeting.id}>
                <Link to={paths.meeting(meeting.slug)}>{m.synthesis_changed_meeting({ title: meeting.title })}</Link>
              </li>
            )),
        )}
      </ul>
    </div>
  );
}

Causes.fragment = fragment;

function ToReaction({ slug, reaction }: { slug: string; reaction: Reaction }) {
  const to = addressOf(slug, reaction);
  const words = m.synthesis_changed_reaction({ who: authorOf(reaction), text: reaction.text });
  return to ? <Link to={to}>{words}</Link> : words;
}

/** Address of a reaction; null if its page cannot be told from its id. */
function addressOf(slug: string, { id, subject, subjectId }: Reaction) {
  if (subject === "SYNTHESIS") return reactionAt(slug, "whole", subjectId, id);
  if (subject === "SYNTHESIS_PARAGRAPH") return reactionAt(slug, "paragraph", subjectId, id);
  if (subject === "CONTRIBUTION") return paths.contribution(subjectId);
  return subject === "KEY_POINT" ? paths.keyPoint(subjectId) : null;
}
