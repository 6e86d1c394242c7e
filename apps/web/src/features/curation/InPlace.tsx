import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { CurationList_item } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { acceptInPlace } from "./curation.mutations.tsx";
import type { LineActs } from "./CurationList.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW, NOT_AMENDABLE: m.amendment_closed });

/** Act on one text that is open on the desk. */
export interface Opened {
  id: string;
  act: "accept" | "change" | "answer";
}

interface Props extends Pick<LineActs, "onAnswer" | "answer" | "onAccepted" | "busy"> {
  item: CurationList_item;
  act: Opened["act"];
  label: string;
  onClose: () => void;
}

const toFocus = (it: HTMLElement | null) => it?.focus();

/** An act on a text that waits, in its line: what others will read of it comes before the button that does it. */
export function InPlace({ item, act, label, onClose, onAnswer, answer, onAccepted, busy }: Props) {
  const { id, text, amendment } = item;
  const accept = useAct(acceptInPlace, ["CurationPage"]);
  const said = (fields: FormData, name: string) => fields.get(name) as string | null;
  const send = async (fields: FormData) => {
    if (act === "answer") return onAnswer(item, said(fields, "reason") ?? "");
    const done = await accept.run({
      id: amendment!.id,
      statementVersion: amendment!.statement?.version ?? 0,
      text: said(fields, "text") ?? text,
      answer: said(fields, "answer") || null,
    });
    if (done?.amendment) onAccepted(item, done.amendment.versionNumber ?? 0);
    return !!done;
  };
  return (
    <KeptForm
      kept={act === "accept" ? undefined : `curation:${act}:${id}`}
      label={label}
      problems={act === "answer" ? answer.problems.filter(({ code }) => code !== "NOT_NOW") : accept.problems}
      busy={accept.busy || busy}
      onSubmit={send}
      onSent={onClose}
    >
      {act === "accept" && <p>{m.curation_accept_what()}</p>}
      {act === "change" && (
        <>
          <WritingArea
            name="text"
            label={m.amendment_accept_text()}
            help={m.amendment_accept_help()}
            defaultValue={text}
            rows={3}
            maxLength={limits["statement.text"]}
            ref={toFocus}
          />
          <TextField
            name="answer"
            data-most={limits["proposal.reason"]}
            label={m.amendment_answer()}
            help={m.amendment_answer_help()}
            optional
          />
        </>
      )}
      {act === "answer" && (
        <WritingArea
          name="reason"
          label={m.curation_reason()}
          help={m.curation_reason_help()}
          rows={2}
          maxLength={limits["proposal.stateReason"]}
          ref={toFocus}
        />
      )}
      <Failed because={act === "answer" ? answer.failed : accept.failed} />
      <p className="cluster">
        <Button primary small type="submit" disabled={accept.busy || busy} ref={act === "accept" ? toFocus : undefined}>
          {act === "answer" ? label : m.amendment_accept_do()}
        </Button>
        <Button small onClick={onClose}>
          {m.curation_not_now()}
        </Button>
      </p>
    </KeptForm>
  );
}
