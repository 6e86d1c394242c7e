import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { formatDate } from "../../i18n/dates.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ActForm } from "./ActForm.tsx";
import { again, type HeldHandover, textIn } from "./handover.fields.ts";
import { takeBackHandingOver } from "./handover.mutations.tsx";

/** Takes back a handing over that was recorded by error; once done, says so where it was done, and the keyboard goes on there. */
export function TakeBackHandingOver({ handover }: { handover: HeldHandover }) {
  const { id, version, handedOverOn, reply, officeReplies, officeLink, interlocutor } = handover;
  const act = useAct(takeBackHandingOver, again);
  const told = useRef<HTMLDivElement>(null);
  const isTaken = act.done && !handedOverOn;
  useEffect(() => {
    if (isTaken) told.current?.focus();
  }, [isTaken]);
  if (isTaken)
    return (
      <div ref={told} tabIndex={-1}>
        <Notice tone="done" live>
          {m.handover_unhand_done()}
        </Notice>
      </div>
    );
  if (!handedOverOn || reply) return null;
  if (officeReplies.some(({ status }) => status === "HELD")) return <p className="quiet">{m.handover_unhand_held()}</p>;
  return (
    <Disclosure summary={m.handover_unhand()}>
      <ActForm
        act={act}
        label={m.handover_unhand()}
        does={m.handover_unhand_do()}
        kept={`handoverUnhand:${id}`}
        version={version}
        onSubmit={(fields) => act.run({ id, version, reason: textIn(fields, "reason") })}
      >
        <TextField
          name="reason"
          label={m.handover_unhand_why()}
          help={m.handover_take_back_help()}
          maxLength={limits["reply.correction"]}
        />
        <p>{m.handover_unhand_recap({ date: formatDate(handedOverOn), office: interlocutor.name })}</p>
        {officeLink && <p>{m.handover_unhand_link()}</p>}
      </ActForm>
    </Disclosure>
  );
}
