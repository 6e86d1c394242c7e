import { m } from "@cahier/schema/messages";
import { formatDate } from "../../i18n/dates.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { useAct } from "../../ui/useAct.ts";
import { again, type HeldHandover } from "./handover.fields.ts";
import { takeBackReply } from "./handover.mutations.tsx";
import { TakeBackForm } from "./TakeBackForm.tsx";

/** Takes back a reply that was recorded by error. */
export function TakeBackReply({
  handover: { id, version, reply, officeReplies, interlocutor },
}: {
  handover: HeldHandover;
}) {
  const act = useAct(takeBackReply, again);
  const isTaken = act.done && !reply;
  if (!isTaken && !reply) return null;
  // Confirmed, it stays the office's, even put right since as come another way.
  if (reply && (reply.way === "LINK" || officeReplies.some(({ status }) => status === "VISIBLE")))
    return <p className="quiet">{m.handover_take_back_link()}</p>;
  return (
    <TakeBackForm
      act={act}
      isTaken={isTaken}
      told={m.handover_take_back_done()}
      label={m.handover_take_back()}
      does={m.handover_take_back_do()}
      why={m.handover_take_back_why()}
      kept={`handoverTakeBack:${id}`}
      version={version}
      onTakeBack={(reason) => act.run({ id, version, reason })}
    >
      {reply && (
        <p>
          {m.handover_take_back_recap({
            stance: stanceNames[reply.stance](),
            date: formatDate(reply.on),
            office: interlocutor.name,
          })}
        </p>
      )}
    </TakeBackForm>
  );
}
