import { m } from "@cahier/schema/messages";
import { formatDate } from "../../i18n/dates.ts";
import { useAct } from "../../ui/useAct.ts";
import { again, type HeldHandover } from "./handover.fields.ts";
import { takeBackHandingOver } from "./handover.mutations.tsx";
import { TakeBackForm } from "./TakeBackForm.tsx";

/** Takes back a handing over that was recorded by error. */
export function TakeBackHandingOver({ handover }: { handover: HeldHandover }) {
  const { id, version, handedOverOn, reply, officeReplies, officeLink, interlocutor } = handover;
  const act = useAct(takeBackHandingOver, again);
  const isTaken = act.done && !handedOverOn;
  if (!isTaken && (!handedOverOn || reply)) return null;
  if (!isTaken && officeReplies.some(({ status }) => status === "HELD"))
    return <p className="quiet">{m.handover_take_back_handing_held()}</p>;
  return (
    <TakeBackForm
      act={act}
      isTaken={isTaken}
      told={m.handover_take_back_handing_done()}
      label={m.handover_take_back_handing()}
      does={m.handover_take_back_handing_do()}
      why={m.handover_take_back_handing_why()}
      kept={`handoverTakeBackHanding:${id}`}
      version={version}
      onTakeBack={(reason) => act.run({ id, version, reason })}
    >
      {handedOverOn && (
        <p>{m.handover_take_back_handing_recap({ date: formatDate(handedOverOn), office: interlocutor.name })}</p>
      )}
      {officeLink && <p>{m.handover_take_back_handing_link()}</p>}
    </TakeBackForm>
  );
}
