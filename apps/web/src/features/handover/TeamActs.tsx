import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { HandoverLists, HandoverListsVariables } from "../../graphql/operations.generated.ts";
import { CheckboxCard } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { ActForm } from "./ActForm.tsx";
import { carrierIn, CarrierFields } from "./CarrierFields.tsx";
import { End, NewCommitment, Settle } from "./FollowActs.tsx";
import { editHandover, handOver, noteHandover } from "./handover.mutations.tsx";
import { again, dayIn, type HeldHandover, textIn } from "./handover.fields.ts";
import { LogActs } from "./LogActs.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { TakeBackHandingOver } from "./TakeBackHandingOver.tsx";
import { TakeBackReply } from "./TakeBackReply.tsx";
import { carrierChoices } from "../../shared/carrierChoices.tsx";
import { keptKey } from "../../ui/keptKey.ts";

const listsQuery: TypedDocumentNode<HandoverLists, HandoverListsVariables> = gql`
  query HandoverLists {
    instance {
      today
    }
    ...CarrierChoices_query @unmask
  }
  ${carrierChoices}
`;

type Step = "note" | "hand" | "reply" | "follow" | "end";

/** Next act of a handover; null while what its office wrote waits above to be confirmed. Nothing else comes first but what was handed over. */
function nextOf({ contactedOn, handedOverOn, reply, endedOn, officeReplies }: HeldHandover): Step | null {
  if (officeReplies.some(({ status }) => status === "HELD")) return handedOverOn ? null : "hand";
  if (endedOn) return "end";
  if (reply) return "follow";
  return handedOverOn ? "reply" : contactedOn ? "hand" : "note";
}

/** Acts of the holder of a handover, in the order they happen; the next one is open, and stays so once it is done, or refused. */
export function TeamActs({ handover }: { handover: HeldHandover }) {
  const { data } = useQuery(listsQuery);
  const { contactedOn, handedOverOn, reply, endedOn, commitments } = handover;
  const next = nextOf(handover);
  // Acts of somebody else do not fold away what one is writing.
  const [begun, setBegun] = useState([next]);
  if (!begun.includes(next)) setBegun([...begun, next]);
  const round = useRounds(Boolean(reply));
  const taken = useRounds(Boolean(handedOverOn));
  if (!data) return null;
  const today = data.instance.today;
  return (
    <div className="flow">
      <Disclosure
        summary={contactedOn ? m.handover_act_note() : m.handover_act_contact()}
        open={begun.includes("note")}
      >
        <Note handover={handover} today={today} />
      </Disclosure>
      <LogActs handover={handover} today={today} />
      <Disclosure
        summary={handedOverOn ? m.handover_act_hand_again() : m.handover_act_hand()}
        open={begun.includes("hand")}
      >
        <Hand handover={handover} today={today} key={taken} />
        <TakeBackHandingOver handover={handover} />
      </Disclosure>
      {handedOverOn && (
        <Disclosure
          summary={reply ? m.handover_act_reply_again() : m.handover_act_reply()}
          open={begun.includes("reply")}
        >
          <ReplyForm handover={handover} today={today} offices={data.interlocutors} key={round} />
          <TakeBackReply handover={handover} />
        </Disclosure>
      )}
      {reply && !endedOn && (
        <Disclosure summary={m.handover_act_commitment()} open={begun.includes("follow")}>
          {commitments.map((one) => (
            <Settle handoverId={handover.id} commitment={one} key={one.id} />
          ))}
          <NewCommitment handoverId={handover.id} />
        </Disclosure>
      )}
      <Disclosure summary={endedOn ? m.handover_act_resume() : m.handover_act_end()} open={begun.includes("end")}>
        <End handover={handover} />
      </Disclosure>
      <Disclosure summary={m.handover_act_edit()}>
        <Edit handover={handover} lists={data} />
      </Disclosure>
    </div>
  );
}

/** Times that something was taken back here: it leaves nothing of it in the form of the next. */
function useRounds(isThere: boolean) {
  const [{ was, round }, set] = useState({ was: isThere, round: 0 });
  if (was !== isThere) set({ was: isThere, round: was ? round + 1 : round });
  return round;
}

/** Acts of whoever carries a handover and does not hold it: the lines of its log. */
export const CarrierActs = (props: { handover: HeldHandover; today: string }) => (
  <>
    <Note {...props} />
    <LogActs {...props} />
  </>
);

/** A line for the log. */
function Note({ handover: { id, contactedOn }, today }: { handover: HeldHandover; today: string }) {
  const act = useAct(noteHandover, again);
  const key = useRef<string>(undefined);
  /** Number of lines added since the page was opened: after each the fields are empty. */
  const [count, setCount] = useState(0);
  const kept = `handoverNote:${id}`;
  const send = (fields: FormData) => {
    const isContact = !contactedOn && fields.get("isContact") !== null;
    const input = { id, on: textIn(fields, "on"), text: textIn(fields, "text"), isContact };
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptKey(kept, input);
    return act.run({ key: key.current, ...input });
  };
  return (
    <ActForm
      act={act}
      label={m.handover_act_note()}
      does={m.handover_note_do()}
      kept={kept}
      onSubmit={send}
      onSent={() => {
        key.current = undefined;
        setCount(count + 1);
      }}
    >
      <TextField name="on" type="date" label={m.handover_on()} defaultValue={today} max={today} key={`on ${count}`} />
      <WritingArea
        name="text"
        label={m.handover_note_text()}
        help={m.handover_note_help()}
        rows={3}
        maxLength={limits["handover.note"]}
        key={count}
      />
      {!contactedOn && <CheckboxCard name="isContact" label={m.handover_note_contact()} defaultChecked />}
    </ActForm>
  );
}

function Hand({
  handover: { id, version, documentTitle, handedOverOn, replyBy },
  today,
}: {
  handover: HeldHandover;
  today: string;
}) {
  const act = useAct(handOver, again);
  const send = (fields: FormData) =>
    act.run({
      id,
      version,
      documentTitle: textIn(fields, "documentTitle"),
      on: textIn(fields, "on"),
      replyBy: dayIn(fields, "replyBy"),
    });
  return (
    <ActForm
      act={act}
      label={m.handover_act_hand()}
      does={m.handover_hand_do()}
      kept={`handOver:${id}`}
      version={version}
      onSubmit={send}
    >
      <TextField
        name="documentTitle"
        label={m.handover_document_title()}
        help={m.handover_document_help()}
        defaultValue={documentTitle ?? ""}
        maxLength={limits["handover.document"]}
      />
      <TextField
        name="on"
        type="date"
        label={m.handover_handed_on()}
        defaultValue={handedOverOn ?? today}
        max={today}
      />
      <TextField name="replyBy" type="date" label={m.handover_reply_by()} optional defaultValue={replyBy ?? ""} />
    </ActForm>
  );
}

function Edit({ handover: { id, version, ask }, lists }: { handover: HeldHandover; lists: HandoverLists }) {
  const act = useAct(editHandover, again);
  const [changes, setChanges] = useState(false);
  const send = (fields: FormData) =>
    act.run({ id, version, ask: textIn(fields, "ask"), carrier: changes ? carrierIn(fields) : null });
  return (
    <ActForm
      act={act}
      label={m.handover_act_edit()}
      does={m.interlocutor_save()}
      kept={`handoverAsk:${id}`}
      version={version}
      onSubmit={send}
    >
      <WritingArea name="ask" label={m.handover_ask()} defaultValue={ask} rows={3} maxLength={limits["ask.text"]} />
      <CheckboxCard
        name="changes"
        label={m.handover_change_carrier()}
        checked={changes}
        onChange={({ currentTarget }) => setChanges(currentTarget.checked)}
      />
      {changes && <CarrierFields {...lists} />}
    </ActForm>
  );
}
