import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useInstance } from "../../frame/instance.ts";
import type { MissingPart, SupplySlot } from "../../graphql/operations.generated.ts";
import { Fold, Part } from "../../ui/Part.tsx";
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
 * without an account.
 */
export const Calls = ({ proposalId, missing, calls }: Props) => {
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
    </>
  );
};

/** The slots that would enrich it, on the line of what most people pass over. */
export const Enriching = ({ proposalId, calls }: Pick<Props, "proposalId" | "calls">) => {
  const enriching = calls.filter(({ part }) => part === null);
  return (
    enriching.length > 0 && (
      <Fold id="enrich" heading={m.supply_calls_enrich()} note={enriching.length}>
        <p className="quiet">{m.supply_calls_lead()}</p>
        <div>
          {enriching.map((call) => (
            <Answered proposalId={proposalId} call={call} key={call.slot} />
          ))}
        </div>
      </Fold>
    )
  );
};

function Answered({ proposalId, call: { slot, region } }: { proposalId: string; call: Call }) {
  const { france } = useInstance();
  return <SupplyHere proposalId={proposalId} slot={slot} call={callFor(slot, region, france)} />;
}
