import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Recap } from "../../ui/Recap.tsx";
import { useAct } from "../../ui/useAct.ts";
import { Adopt } from "./Adopt.tsx";
import { adoptProposal, discardAdoption, page } from "./adoption.mutations.tsx";
import { decidedHow, presentIn } from "./inWords.ts";
import type { ProposalToAdopt } from "./proposalToAdopt.ts";

/** A decision that was recorded: all that is about to be frozen, read once more; then a second person confirms it. */
export function Confirm({ proposal }: { proposal: ProposalToAdopt }) {
  const adopt = useAct(adoptProposal, page);
  const discard = useAct(discardAdoption, page);
  const { id, version, smallTeam, viewerCan } = proposal;
  const { decision, recordedBy, recordedOn } = proposal.recordedAdoption!;
  const { meeting, decidedOn, presence, note } = decision;
  return (
    <div className="flow">
      <Recap
        lines={[
          [
            m.adoption_meeting(),
            <Link to={paths.meeting(meeting.slug)} lang={contentLang()} key="meeting">
              {meeting.title}
            </Link>,
          ],
          [m.adoption_recap_decided(), `${formatDate(decidedOn)}, ${decidedHow(decision)}`],
          [m.adoption_presence(), presentIn(presence)],
          [m.adoption_note(), note && <span lang={contentLang()}>{note}</span>],
          [
            m.adoption_recap_frozen(),
            m.proposal_recap_content({
              statements: proposal.statements.length,
              objections: proposal.objections.length,
              asks: proposal.asks.length,
              from: responsesAndRegions(proposal),
            }),
          ],
          [m.proposal_recap_who(), m.adoption_recap_who()],
          [
            m.proposal_recap_second(),
            smallTeam
              ? m.proposal_recap_small_team()
              : m.adoption_recorded_by({ name: recordedBy ?? "—", date: formatDate(recordedOn) }),
          ],
          [m.proposal_recap_back(), m.adoption_recap_back()],
        ]}
      />
      {viewerCan.adopt ? (
        <Form
          label={m.adoption_confirm()}
          problems={adopt.problems}
          busy={adopt.busy}
          onSubmit={() => void adopt.run({ id, version })}
        >
          <Failed because={adopt.failed} />
          <Button type="submit" primary>
            {m.adoption_confirm()}
          </Button>
        </Form>
      ) : (
        <Notice>{m.proposal_second_awaited()}</Notice>
      )}
      <Disclosure summary={m.adoption_correct()}>
        <Adopt proposal={proposal} key={version} />
      </Disclosure>
      <Form
        label={m.adoption_discard()}
        problems={discard.problems}
        busy={discard.busy}
        onSubmit={() => void discard.run({ id, version })}
      >
        <Failed because={discard.failed} />
        <Button type="submit">{m.adoption_discard()}</Button>
      </Form>
    </div>
  );
}
