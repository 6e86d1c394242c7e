import { m } from "@cahier/schema/messages";
import { AskForm } from "../../features/proposalWriting/AskForm.tsx";
import { Examples } from "../../features/proposalWriting/Examples.tsx";
import { Levers } from "../../features/proposalWriting/Levers.tsx";
import { ObjectionForm } from "../../features/proposalWriting/ObjectionForm.tsx";
import { ProposalCarriers } from "../../features/proposalWriting/ProposalCarriers.tsx";
import { Rows } from "../../features/proposalWriting/Rows.tsx";
import { Supplies } from "../../features/proposalWriting/Supplies.tsx";
import { WorkForm } from "../../features/proposalWriting/WorkForm.tsx";
import { carrierIn, CarrierFields } from "../../features/handover/CarrierFields.tsx";
import type { ProposalEditPage } from "../../graphql/operations.generated.ts";
import { Row } from "../../ui/Ruled.tsx";

type Props = Pick<
  ProposalEditPage,
  "levers" | "initiatives" | "interlocutors" | "possibleCarriers" | "regions" | "today"
> & {
  proposal: NonNullable<ProposalEditPage["proposal"]>;
};

/** Slots of a proposal beside its sentences, in the order it is read. */
export const ProposalSlots = ({ proposal, levers, initiatives, interlocutors, ...lists }: Props) => {
  const { id, objections, examples, asks, works, carriersToEdit } = proposal;
  const carrierFields = <CarrierFields {...lists} />;
  return (
    <>
      <Row id="supplies" heading={m.supply_team()}>
        <Supplies
          supplies={proposal.supplies}
          initiatives={initiatives.nodes}
          interlocutors={interlocutors}
          objections={objections}
          carrierFields={carrierFields}
          readCarrier={carrierIn}
        />
      </Row>
      <Row id="levers" heading={m.scaffold_levers()}>
        <Levers proposalId={id} levers={proposal.levers} all={levers} />
      </Row>
      <Row
        id="objections"
        heading={m.proposal_objections()}
        margin={m.proposal_objections_count({ count: objections.length })}
      >
        <Rows
          rows={objections}
          add={m.scaffold_add_objection()}
          renderForm={(objection, key, onKept) => (
            <ObjectionForm proposalId={id} id={key} objection={objection} onKept={onKept} />
          )}
        />
      </Row>
      <Row id="examples" heading={m.proposal_examples()} margin={m.proposal_examples_count({ count: examples.length })}>
        <Examples proposalId={id} examples={examples} initiatives={initiatives.nodes} />
      </Row>
      <Row id="asks" heading={m.proposal_asks()} margin={m.proposal_asks_count({ count: asks.length })}>
        <Rows
          rows={asks}
          add={m.scaffold_add_ask()}
          renderForm={(ask, key, onKept) => (
            <AskForm proposalId={id} id={key} ask={ask} interlocutors={interlocutors} onKept={onKept} />
          )}
        />
      </Row>
      <Row id="carriers" heading={m.proposal_carriers()}>
        <ProposalCarriers proposalId={id} carriers={carriersToEdit} fields={carrierFields} read={carrierIn} />
      </Row>
      <Row id="works" heading={m.proposal_works()}>
        <Rows
          rows={works}
          add={m.scaffold_add_work()}
          renderForm={(work, key, onKept) => <WorkForm proposalId={id} id={key} work={work} onKept={onKept} />}
        />
      </Row>
    </>
  );
};
