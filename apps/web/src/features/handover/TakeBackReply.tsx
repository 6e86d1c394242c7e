import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { formatDate } from "../../i18n/dates.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ActForm } from "./ActForm.tsx";
import { again, type HeldHandover, textIn } from "./handover.fields.ts";
import { takeBackReply } from "./handover.mutations.tsx";

/** Takes back a reply that was recorded by error; once done, says so where it was done, and the keyboard goes on there. */
export function TakeBackReply({ handover: { id, version, reply, interlocutor } }: { handover: HeldHandover }) {
  const act = useAct(takeBackReply, again);
  const told = useRef<HTMLDivElement>(null);
  const isTaken = act.done && !reply;
  useEffect(() => {
    if (isTaken) told.current?.focus();
  }, [isTaken]);
  if (isTaken)
    return (
      <div ref={told} tabIndex={-1}>
        <Notice tone="done" live>
          {m.handover_take_back_done()}
        </Notice>
      </div>
    );
  if (!reply) return null;
  if (reply.way === "LINK") return <p className="quiet">{m.handover_take_back_link()}</p>;
  const { stance, on } = reply;
  return (
    <Disclosure summary={m.handover_take_back()}>
      <ActForm
        act={act}
        label={m.handover_take_back()}
        does={m.handover_take_back_do()}
        kept={`handoverTakeBack:${id}`}
        version={version}
        onSubmit={(fields) => act.run({ id, version, reason: textIn(fields, "reason") })}
      >
        <TextField
          name="reason"
          label={m.handover_take_back_why()}
          help={m.handover_take_back_help()}
          maxLength={limits["reply.correction"]}
        />
        <p>
          {m.handover_take_back_recap({
            stance: stanceNames[stance](),
            date: formatDate(on),
            office: interlocutor.name,
          })}
        </p>
      </ActForm>
    </Disclosure>
  );
}
