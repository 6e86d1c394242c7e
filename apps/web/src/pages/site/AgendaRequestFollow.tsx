import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { stateNames, stateTones } from "../../features/agendaRequest/AgendaRequests.tsx";
import { WithdrawRequest } from "../../features/agendaRequest/WithdrawRequest.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import type { AgendaRequestFollow_own, TextStatus } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

/** A request for an agenda, for its author. */
export const ownRequest: TypedDocumentNode<AgendaRequestFollow_own> = gql`
  fragment AgendaRequestFollow_own on OwnAgendaRequest {
    code
    request {
      id
      text
      authorName
      nameIsUnverified
      status
      state
      reason
      askedOn
    }
    meeting {
      id
      slug
      title
    }
    ruling {
      id
      ...OwnRuling_ruling
    }
  }
  ${OwnRuling.fragment}
`;

const statusNames: Partial<Record<TextStatus, () => string>> = {
  HELD: m.agendaRequest_own_HELD,
  HIDDEN: m.agendaRequest_own_HIDDEN,
  WITHDRAWN: m.agendaRequest_own_WITHDRAWN,
};

/** A request for an agenda by its private link: its words, its fate, and its taking back. */
export function AgendaRequestFollow({ own, address }: { own: AgendaRequestFollow_own; address: string }) {
  const { code, meeting, ruling, request: it } = own;
  const withdrawn = it.status === "WITHDRAWN";
  return (
    <Ruled>
      <PageHead
        title={m.agendaRequest_own()}
        kicker={<TitleLink to={paths.meeting(meeting.slug)}>{meeting.title}</TitleLink>}
        lead={statusNames[it.status] && <p>{statusNames[it.status]!()}</p>}
      >
        <p className="quiet">
          <When date={it.askedOn} format="long" />
        </p>
      </PageHead>
      {!withdrawn && (
        <Row heading={m.agendaRequest_text()}>
          {ruling && <OwnRuling ruling={ruling} />}
          <p className="verbatim" lang={contentLang()}>
            {it.text}
            {it.authorName && <span className="quiet"> {m.agendaRequest_by({ name: authorOf(it) })}</span>}
          </p>
          {it.status === "VISIBLE" && (
            <p className="cluster">
              <Chip tone={stateTones[it.state]}>{stateNames[it.state]()}</Chip>
              {it.reason && (
                <span className="quiet verbatim" lang={contentLang()}>
                  {it.reason}
                </span>
              )}
            </p>
          )}
        </Row>
      )}
      {!withdrawn && (
        <Row heading={m.attendance_link()}>
          <p>{m.agendaRequest_own_lead()}</p>
          <p>
            <code>{address}</code>
          </p>
          <CopyButton text={address} />
          <WithdrawRequest code={code} />
        </Row>
      )}
    </Ruled>
  );
}
