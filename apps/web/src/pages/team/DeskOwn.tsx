import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { Introductions } from "../../features/exchange/Introductions.tsx";
import { AnswerCarrier } from "../../features/handover/AnswerCarrier.tsx";
import { AnswerCarrying } from "../../features/handover/FollowActs.tsx";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import { Mails } from "../../features/response/Mails.tsx";
import { OwnResponses } from "../../features/response/OwnResponses.tsx";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Fold, Folds, Part } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { DeskOrganisations } from "./DeskOrganisations.tsx";

type Viewer = NonNullable<DeskPage["viewer"]>;

interface Props {
  viewer: Viewer;
  /** The notices of the account, and who asks to meet it. */
  exchanges: DeskPage["exchangeDesk"];
}

/** Answers that are told in full, and those of which something is new; the others are folded. */
const most = 2;

/** The part of the desk about oneself: answers, requests to carry or to meet; the rest on one line, and the account. */
export function DeskOwn({ viewer, exchanges }: Props) {
  const { responses } = viewer;
  const earlier = responses.filter(({ news }, n) => n >= most && news.length === 0);
  const shown = responses.filter((response) => !earlier.includes(response));
  const asked = (exchanges?.received.length ?? 0) > 0;
  return (
    <Row heading={m.trail_notebook()} margin={viewer.displayName} id="own">
      {responses.length > 0 && (
        <Part heading={m.desk_responses()} note={m.desk_responses_note()}>
          <OwnResponses responses={shown} />
        </Part>
      )}
      <Carrying {...viewer} />
      {asked && (
        <Part id="exchanges" heading={m.exchange_desk()}>
          <Exchanges desk={exchanges} />
        </Part>
      )}
      <Folds>
        {responses.length === 0 && (
          <Fold heading={m.desk_responses()}>
            <OwnResponses responses={responses} />
          </Fold>
        )}
        {responses.length > 0 && <Mails told={viewer.toldByMail} />}
        {earlier.length > 0 && (
          <Fold heading={m.desk_responses_earlier()} note={earlier.length}>
            <OwnResponses responses={earlier} />
          </Fold>
        )}
        <DeskOrganisations {...viewer} />
        {!asked && (
          <Fold id="exchanges" heading={m.exchange_desk()} note={exchanges?.posted.length || undefined}>
            <Exchanges desk={exchanges} />
          </Fold>
        )}
      </Folds>
      <div className="cluster" id="account">
        <More to={paths.profile()}>{m.role_profile()}</More>
        <More to={paths.personal()}>{m.personal_title()}</More>
        <More to={paths.signIn()}>{m.desk_account()}</More>
      </div>
    </Row>
  );
}

/** Requests to carry a proposal, and the proposals that one carries. */
const Carrying = ({ carrying, carriersOfProposals }: Pick<Viewer, "carrying" | "carriersOfProposals">) => (
  <>
    {carrying.length > 0 && (
      <Part id="carrying" heading={m.desk_carrying()} note={m.handover_count({ count: carrying.length })}>
        <p>{m.desk_carrying_lead()}</p>
        <ul className="cards">
          {carrying.map((handover) => (
            <HandoverCard handover={handover} key={handover.id}>
              <AnswerCarrying id={handover.id} consent={handover.carrierConsent} />
            </HandoverCard>
          ))}
        </ul>
      </Part>
    )}
    {carriersOfProposals.length > 0 && (
      <Part heading={m.scaffold_carried()}>
        <ul className="flow">
          {carriersOfProposals.map(({ id, consent, proposal }) => (
            <li key={id}>
              <Link to={paths.proposal(proposal.slug)}>{`${proposal.number}. ${proposal.title}`}</Link>
              <AnswerCarrier id={id} consent={consent} />
            </li>
          ))}
        </ul>
      </Part>
    )}
  </>
);

/** Notices of the account, who asks to meet it, and the doors to more. */
const Exchanges = ({ desk }: { desk: Props["exchanges"] }) => (
  <>
    <p>{m.exchange_desk_lead()}</p>
    {desk && <Introductions desk={desk} />}
    <div className="cluster">
      <ButtonLink to={paths.exchangeWrite()}>{m.exchange_post()}</ButtonLink>
      <More to={paths.exchanges()}>{m.exchange_desk_go()}</More>
    </div>
  </>
);
