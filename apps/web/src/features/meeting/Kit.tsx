import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { MeetingKit, MeetingKitVariables } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";

/** Asked by those who keep the meeting alone: no visitor waits for it. */
const query: TypedDocumentNode<MeetingKit, MeetingKitVariables> = gql`
  query MeetingKit($slug: String!) {
    meeting(slug: $slug) {
      id
      state
      participants
      contributions {
        id
      }
      objectives {
        id
        questionnaire {
          id
          slug
          title
        }
      }
      group {
        id
        openQuestionnaire {
          id
          slug
          title
        }
      }
    }
  }
`;

/** All that a local meeting needs: its agenda, the sheets, the questionnaires on paper, the form of its report. */
export function Kit({ slug }: { slug: string }) {
  const meeting = useQuery(query, { variables: { slug } }).data?.meeting;
  if (!meeting) return null;
  const asked = meeting.objectives.flatMap(({ questionnaire }) => questionnaire ?? []);
  const open = meeting.group.openQuestionnaire;
  const questionnaires = asked.length > 0 ? asked : open ? [open] : [];
  const awaited = meeting.state === "HELD" && meeting.participants === null && meeting.contributions.length === 0;
  return (
    <div className="flow">
      {awaited && <Notice tone="warn">{m.meeting_kit_awaited()}</Notice>}
      <p>{m.meeting_kit_lead()}</p>
      <ul className="flow">
        <li>
          {m.meeting_kit_agenda()} <PrintButton />
        </li>
        <li>
          <Link to={paths.documents()}>{m.meeting_kit_documents()}</Link>
        </li>
        {questionnaires.map((questionnaire) => (
          <li key={questionnaire.id}>
            <b lang={contentLang()}>{questionnaire.title}</b>
            <ul>
              <li>
                <Link to={paths.questionnairePrint(questionnaire.slug)}>{m.meeting_kit_questionnaire()}</Link>
              </li>
              <li>
                <Link to={paths.paperSheets(questionnaire.slug)}>{m.meeting_kit_sheets()}</Link>
              </li>
              <li>
                <Link to={paths.paper(questionnaire.slug, { mode: "meeting", of: meeting.id })}>
                  {m.meeting_kit_report()}
                </Link>
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
