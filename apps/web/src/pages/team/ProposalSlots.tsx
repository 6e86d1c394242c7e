import { m } from "@cahier/schema/messages";
import { AskForm } from "../../features/proposalWriting/AskForm.tsx";
import { Examples } from "../../features/proposalWriting/Examples.tsx";
import { Levers } from "../../features/proposalWriting/Levers.tsx";
import { ObjectionForm } from "../../features/proposalWriting/ObjectionForm.tsx";
import { ProposalCarriers } from "../../features/proposalWriting/ProposalCarriers.tsx";
import { Rows } from "../../features/proposalWriting/Rows.tsx";
import { Supplies } from "../../features/proposalWriting/Supplies.tsx";
import { WorkForm } from "../../features/proposalWriting/WorkForm.tsx";
import { Part, Slot } from "../../features/proposalWriting/WorkshopPart.tsx";
import { carrierIn, CarrierFields } from "../../features/handover/CarrierFields.tsx";
import type { ProposalEditPage } from "../../graphql/operations.generated.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { contentLang } from "../../i18n/content.ts";
import { quoted } from "../../ui/quoted.ts";

type Props = Pick<ProposalEditPage, "levers" | "interlocutors" | "possibleCarriers" | "regionalGroups" | "regions"> & {
  proposal: Omit<NonNullable<ProposalEditPage["proposal"]>, " $fragmentRefs">;
};

/** Slots of a proposal beside its sentences, in the order it is read; each that is empty is one line. */
export const ProposalSlots = ({ proposal, levers, interlocutors, ...lists }: Props) => {
  const { id, missing, objections, examples, asks, works, carriersToEdit } = proposal;
  const carrierFields = <CarrierFields {...lists} />;
  const pulled = proposal.levers.map((term) => termLabel(term)).join(", ");
  return (
    <>
      <Part id="objections" heading={m.proposal_objections()}>
        <Rows
          rows={objections}
          renderLine={({ text, reply, blocking }) => [
            quoted(text),
            reply ? (
              <span lang={contentLang()} key="reply">
                {reply}
              </span>
            ) : blocking ? (
              m.proposalWriting_blocking_unanswered()
            ) : (
              m.proposalWriting_unanswered()
            ),
            blocking && !reply ? "unanswered" : undefined,
          ]}
          add={m.scaffold_add_objection()}
          missing={missing.includes("OBJECTION_WITH_REPLY") || missing.includes("BLOCKING_OBJECTION_WITHOUT_REPLY")}
          renderForm={(objection, key, onKept) => (
            <ObjectionForm proposalId={id} id={key} objection={objection} onKept={onKept} />
          )}
        />
      </Part>
      <Part id="examples" heading={m.proposal_examples()}>
        <Examples proposalId={id} examples={examples} missing={missing.includes("TWO_EXAMPLES_FROM_TWO_REGIONS")} />
      </Part>
      <Part id="asks" heading={m.proposal_asks()}>
        <Rows
          rows={asks}
          renderLine={({ interlocutor, text }) => [
            interlocutor.name,
            text ? (
              <span lang={contentLang()} key="text">
                {text}
              </span>
            ) : (
              m.proposal_ask_unwritten()
            ),
          ]}
          add={m.scaffold_add_ask()}
          missing={missing.includes("INTERLOCUTOR_WITH_ASK")}
          renderForm={(ask, key, onKept) => (
            <AskForm proposalId={id} id={key} ask={ask} interlocutors={interlocutors} onKept={onKept} />
          )}
        />
      </Part>
      <Part id="carriers" heading={m.proposal_carriers()}>
        <ProposalCarriers
          proposalId={id}
          carriers={carriersToEdit}
          fields={carrierFields}
          read={carrierIn}
          missing={missing.includes("CARRIER")}
        />
        {missing.includes("CARRIER") && (
          <p className="quiet">
            {proposal.state === "DRAFT" ? m.proposalWriting_carrier_draft() : m.proposalWriting_carrier_open()}{" "}
            <More to={proposal.state === "DRAFT" ? paths.organisations() : paths.proposal(proposal.slug)}>
              {m.proposalWriting_find_carrier()}
            </More>
          </p>
        )}
      </Part>
      <Part id="works" heading={m.proposal_works()}>
        <Rows
          rows={works}
          renderLine={({ title, reference }) => [
            title,
            reference && (
              <span lang={contentLang()} key="reference">
                {reference}
              </span>
            ),
          ]}
          add={m.scaffold_add_work()}
          renderForm={(work, key, onKept) => <WorkForm proposalId={id} id={key} work={work} onKept={onKept} />}
        />
      </Part>
      <Part id="levers" heading={m.scaffold_levers()}>
        <Slot summary={pulled || m.proposalWriting_levers_none()}>
          <Levers proposalId={id} levers={proposal.levers} all={levers} />
        </Slot>
      </Part>
      {proposal.supplies.length > 0 && (
        <Part id="supplies" heading={m.supply_team()}>
          <Supplies
            supplies={proposal.supplies}
            interlocutors={interlocutors}
            objections={objections}
            carrierFields={carrierFields}
            readCarrier={carrierIn}
          />
        </Part>
      )}
    </>
  );
};
