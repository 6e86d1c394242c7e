import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { CommitmentState, HandoverEnd } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ActForm } from "./ActForm.tsx";
import { CarryForm } from "./CarryForm.tsx";
import {
  answerCarrying,
  endHandover,
  resumeHandover,
  settleCommitment,
  writeCommitment,
} from "./handover.mutations.tsx";
import { again, dayIn, type HeldHandover, textIn } from "./handover.fields.ts";
import { keptKey } from "../../ui/keptKey.ts";

/** Form of a commitment of the office, to be followed up. */
export function NewCommitment({ handoverId }: { handoverId: string }) {
  const [count, setCount] = useState(0);
  return (
    <CommitmentForm
      key={count}
      handoverId={handoverId}
      onSent={() => setCount(count + 1)}
      from={{ id: null, text: "", dueOn: null, version: 0 }}
      label={m.handover_act_commitment()}
      does={m.handover_commitment_do()}
    />
  );
}

interface CommitmentFormProps {
  handoverId: string;
  from: Pick<HeldHandover["commitments"][number], "text" | "dueOn" | "version"> & {
    /** Null for a new one. */
    id: string | null;
  };
  label: string;
  does: string;
  onSent?: () => void;
}

/** Words of a commitment, and its day. */
function CommitmentForm({
  handoverId,
  from: { id: own, text, dueOn, version },
  label,
  does,
  onSent,
}: CommitmentFormProps) {
  const act = useAct(writeCommitment, again);
  const id = useRef(own ?? undefined);
  const kept = `commitment:${own ?? handoverId}`;
  const send = (fields: FormData) => {
    const said = { text: textIn(fields, "text"), dueOn: dayIn(fields, "dueOn") };
    // Refused, perhaps as other words left under that key before: these are another commitment.
    if (!own && act.problems.length > 0) id.current = undefined;
    id.current ??= keptKey(kept, said);
    return act.run({ id: id.current, handoverId, version, ...said });
  };
  return (
    <ActForm
      act={act}
      label={label}
      does={does}
      kept={kept}
      version={version || undefined}
      onSubmit={send}
      onSent={onSent}
    >
      <TextField
        name="text"
        label={m.handover_commitment_text()}
        defaultValue={text}
        maxLength={limits["commitment.text"]}
      />
      <TextField name="dueOn" type="date" label={m.handover_commitment_due()} optional defaultValue={dueOn ?? ""} />
    </ActForm>
  );
}

/** Settles a commitment: done, given up with a reason, or open again. */
export function Settle({
  handoverId,
  commitment,
}: {
  handoverId: string;
  commitment: HeldHandover["commitments"][number];
}) {
  const { id, text, state, version } = commitment;
  const act = useAct(settleCommitment, again);
  const send = (fields: FormData) =>
    act.run({
      id,
      version,
      state: textIn(fields, "state") as CommitmentState,
      reason: textIn(fields, "reason") || null,
    });
  return (
    <>
      <KeptForm
        kept={state === "OPEN" ? `commitmentSettled:${id}` : undefined}
        problems={act.problems}
        busy={act.busy}
        onSubmit={send}
        label={text}
      >
        <p lang={contentLang()}>
          <b>{text}</b>
        </p>
        {state === "OPEN" && (
          <TextField
            name="reason"
            label={m.handover_settle_reason()}
            help={m.handover_settle_help()}
            optional
            maxLength={limits["commitment.text"]}
          />
        )}
        <Failed because={act.failed} />
        <div className="cluster">
          {state === "OPEN" ? (
            <>
              <Button small type="submit" name="state" value="DONE">
                {m.handover_settle_done()}
              </Button>
              <Button small type="submit" name="state" value="ABANDONED">
                {m.handover_settle_abandon()}
              </Button>
            </>
          ) : (
            <Button small type="submit" name="state" value="OPEN">
              {m.handover_settle_again()}
            </Button>
          )}
        </div>
      </KeptForm>
      {state === "OPEN" && (
        <Disclosure summary={m.handover_commitment_edit()}>
          <CommitmentForm
            handoverId={handoverId}
            from={commitment}
            label={m.handover_commitment_edit()}
            does={m.handover_entry_do()}
          />
        </Disclosure>
      )}
    </>
  );
}

/** Ends the follow-up, or takes it up again. */
export function End({ handover: { id, version, endedOn, reply } }: { handover: HeldHandover }) {
  const end = useAct(endHandover, again);
  const resume = useAct(resumeHandover, again);
  if (endedOn)
    return (
      <ActForm
        act={resume}
        label={m.handover_act_resume()}
        does={m.handover_act_resume()}
        onSubmit={() => resume.run({ id })}
      />
    );
  const send = (fields: FormData) =>
    end.run({ id, version, as: textIn(fields, "as") as HandoverEnd, reason: textIn(fields, "reason") || null });
  return (
    <KeptForm
      kept={`handoverEnd:${id}`}
      problems={end.problems}
      busy={end.busy}
      onSubmit={send}
      label={m.handover_act_end()}
    >
      <TextField
        name="reason"
        label={m.handover_end_reason()}
        help={m.handover_end_help()}
        maxLength={limits["handover.reason"]}
      />
      <Failed because={end.failed} />
      <div className="cluster">
        {reply && (
          <Button small type="submit" name="as" value="DONE">
            {m.handover_end_done()}
          </Button>
        )}
        <Button small type="submit" name="as" value="ABANDONED">
          {m.handover_end_abandon()}
        </Button>
      </div>
    </KeptForm>
  );
}

/** Answer of a person asked to carry this handover. */
export function AnswerCarrying({ id, consent }: { id: string; consent: HeldHandover["carrierConsent"] }) {
  const act = useAct(answerCarrying, ["HandoverPage", "DeskPage"]);
  return <CarryForm act={act} consent={consent} onAnswer={(agreed) => act.run({ id, agreed })} />;
}
