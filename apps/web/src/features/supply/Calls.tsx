import { m } from "@cahier/schema/messages";
import type { SupplySlot } from "../../graphql/operations.generated.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { callFor } from "./slots.ts";
import { SupplyHere } from "./SupplyHere.tsx";

interface Props {
  proposalId: string;
  calls: readonly { slot: SupplySlot; region: { name: string } | null }[];
}

/** Missing parts of an open proposal: each empty slot is a question that anybody answers here, without an account. */
export const Calls = ({ proposalId, calls }: Props) =>
  calls.length > 0 && (
    <Row id="calls" heading={m.proposal_call()} margin={m.supply_calls_count({ count: calls.length })}>
      <p className="quiet">{m.supply_calls_lead()}</p>
      {calls.map(({ slot, region }) => {
        const call = callFor(slot, region);
        return (
          <Empty title={call} key={slot}>
            <SupplyHere proposalId={proposalId} slot={slot} call={call} summary={m.supply_answer()} />
          </Empty>
        );
      })}
    </Row>
  );
