import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useInstance } from "../../frame/instance.ts";
import type { MissingPart, SupplySlot } from "../../graphql/operations.generated.ts";
import { Part } from "../../ui/Part.tsx";
import { callFor } from "./slots.ts";
import { SupplyHere } from "./SupplyHere.tsx";

interface Call {
  slot: SupplySlot;
  part: MissingPart | null;
  region: { name: string } | null;
}

interface Props {
  proposalId: string;
  /** All that it lacks to be stabilised, in words; with the page that brings it, for those who may. */
  missing: readonly { part: MissingPart; words: string; to: string | null; act: string }[];
  calls: readonly Call[];
}

/**
 * Missing parts of a proposal, as its editor counts them: an empty slot is a question that anybody answers here,
 * without an account. Then, apart and uncounted, the slots that would enrich it.
 */
export const Calls = ({ proposalId, missing, calls }: Props) => {
  const enriching = calls.filter(({ part }) => part === null);
  return (
    <>
      {missing.length > 0 && (
        <Part id="calls" heading={m.proposal_missing_count({ count: missing.length })}>
          {missing.map(({ part, words, to, act }) => {
            const call = calls.find((one) => one.part === part);
            if (call) return <Answered proposalId={proposalId} call={call} key={part} />;
            return (
              <p key={part}>
                {words} {to && <Link to={to}>{act}</Link>}
              </p>
            );
          })}
        </Part>
      )}
      {enriching.length > 0 && (
        <Part id="enrich" heading={m.supply_calls_enrich()}>
          <p className="quiet">{m.supply_calls_lead()}</p>
          {enriching.map((call) => (
            <Answered proposalId={proposalId} call={call} key={call.slot} />
          ))}
        </Part>
      )}
    </>
  );
};

function Answered({ proposalId, call: { slot, region } }: { proposalId: string; call: Call }) {
  const { france } = useInstance();
  return <SupplyHere proposalId={proposalId} slot={slot} call={callFor(slot, region, france)} />;
}
