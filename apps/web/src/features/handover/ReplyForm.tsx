import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { ReplyStance, ReplyWay } from "../../graphql/operations.generated.ts";
import { keysOf, stanceNames } from "../../i18n/vocabulary.ts";
import type { Attached } from "../../shared/attached.ts";
import { AttachmentField, attachedAs } from "../../shared/AttachmentField.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import type { Problem } from "../../ui/problems.ts";
import { forgetKept } from "../../ui/kept.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { ActForm } from "./ActForm.tsx";
import { recordReply } from "./handover.mutations.tsx";
import { again, type HeldHandover, textIn } from "./handover.fields.ts";
import { wayNames } from "./handover.labels.ts";
import { OfficeField } from "../../shared/OfficeField.tsx";

/** Message if no kind of reply was chosen. */
const noStance: readonly Problem[] = [{ code: "REQUIRED", field: "stance" }];

interface Props {
  handover: HeldHandover;
  today: string;
  offices: readonly { id: string; slug: string; name: string }[];
}

/** A reply that came by post, by mail or by mouth; or the one that is there, put right with a reason. */
export function ReplyForm({ handover: { id, version, reply }, today, offices }: Props) {
  const act = useAct(recordReply, again);
  // A reply may come, by the link or from somebody else, while its form is there: what nobody chose here is what it says.
  const [chosen, setStance] = useState<ReplyStance>();
  const [attached, setFile] = useState<Attached | null>();
  const stance = chosen ?? reply?.stance;
  const file = attached === undefined ? (reply?.file ?? null) : attached;
  const [lacks, setLacks] = useState(false);
  const kept = `handoverReply:${id}`;
  const send = async (fields: FormData) => {
    setLacks(!stance);
    if (!stance) return null;
    return act.run({
      id,
      version,
      stance,
      on: textIn(fields, "on"),
      text: textIn(fields, "text"),
      way: textIn(fields, "way") as ReplyWay,
      passedTo: textIn(fields, "passedTo") || null,
      file: file?.id ?? null,
      correction: textIn(fields, "correction") || null,
    });
  };
  const ways = keysOf(wayNames).filter((way) => way !== "LINK" || reply?.way === "LINK");
  return (
    <ActForm
      act={lacks && !stance ? { ...act, problems: noStance } : act}
      label={reply ? m.handover_act_reply_again() : m.handover_act_reply()}
      does={reply ? m.handover_reply_correct() : m.handover_reply_keep()}
      kept={kept}
      version={version}
      onSubmit={send}
      onSent={() => forgetKept(attachedAs(kept))}
    >
      <Fieldset name="stance" legend={m.handover_stance()}>
        <Choices>
          {keysOf(stanceNames).map((value) => (
            <RadioCard
              name="stance"
              value={value}
              required
              checked={stance === value}
              onChange={() => setStance(value)}
              label={stanceNames[value]()}
              key={value}
            />
          ))}
        </Choices>
      </Fieldset>
      {stance === "PASSED_ON" && (
        <OfficeField name="passedTo" label={m.handover_passed_to()} offices={offices} chosen={reply?.passedTo} />
      )}
      <WritingArea
        name="text"
        label={m.handover_reply_text()}
        help={m.handover_reply_help()}
        defaultValue={reply?.text ?? ""}
        maxLength={limits["reply.text"]}
      />
      <AttachmentField
        label={m.office_file()}
        path={`/handovers/${id}/file`}
        kept={kept}
        value={file}
        onChange={setFile}
      />
      <TextField name="on" type="date" label={m.handover_reply_on()} defaultValue={reply?.on ?? today} max={today} />
      <Select name="way" label={m.handover_way()} defaultValue={reply?.way ?? "POST"} key={reply?.way}>
        {ways.map((way) => (
          <option value={way} key={way}>
            {wayNames[way]()}
          </option>
        ))}
      </Select>
      {reply && (
        <TextField
          name="correction"
          label={m.handover_correction()}
          help={m.handover_correction_help()}
          maxLength={limits["reply.correction"]}
        />
      )}
    </ActForm>
  );
}
