import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { RulingReason, RuleTexts, RuleTextsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckboxCard, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Key } from "../../ui/Key.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { HiddenFields } from "../../shared/HiddenFields.tsx";
import styles from "./Moderation.module.css";

const ruleTexts: TypedDocumentNode<RuleTexts, RuleTextsVariables> = gql`
  mutation RuleTexts($input: RuleTextsInput!) {
    ruleTexts(input: $input) {
      problems {
        code
        field
        value
      }
      rulings {
        id
      }
    }
  }
`;

/** Rulings on several texts at once; words are masked one text at a time. */
export type BulkOutcome = "SHOWN" | "HIDDEN" | "ANSWERED";

const outcomes: Record<BulkOutcome, { label: () => string; help: () => string; send: () => string }> = {
  SHOWN: { label: m.moderation_do_SHOWN, help: m.moderation_do_SHOWN_help, send: m.moderation_send_SHOWN },
  HIDDEN: { label: m.moderation_do_HIDDEN, help: m.moderation_do_HIDDEN_help, send: m.moderation_send_HIDDEN },
  ANSWERED: { label: m.moderation_do_ANSWERED, help: m.moderation_do_ANSWERED_help, send: m.moderation_send_ANSWERED },
};

interface Props {
  /** The chosen texts, as they were read. */
  texts: readonly { id: string; version: string }[];
  onRuled: (firstRuling: string | null, outcome: BulkOutcome, count: number) => void;
  onCancel: () => void;
}

/** Several texts ruled on at once, or answered, with one reason. */
export function BulkPanel({ texts, onRuled, onCancel }: Props) {
  const [outcome, setOutcome] = useState<BulkOutcome>("HIDDEN");
  const { run, busy, problems, failed } = useAct(ruleTexts, ["ModerationPage"]);
  /** Notes of each choice of texts, and of each outcome, are kept apart: none is put back beside another. */
  const kept = `rulings:${outcome}:${texts
    .map(({ id }) => id)
    .toSorted()
    .join()}`;
  const send = (fields: FormData) => {
    const read = texts.map(({ id, version }) => {
      const [kind, textId] = id.split(":");
      return { kind: kind as RuleTextsVariables["input"]["texts"][number]["kind"], textId: textId!, version };
    });
    const hides = outcome === "HIDDEN";
    return run({
      texts: read,
      outcome,
      reason: hides ? ((fields.get("reason") || null) as RulingReason | null) : null,
      alike: fields.get("alike") === "on",
      note: outcome === "SHOWN" ? null : (fields.get("note") as string).trim() || null,
    });
  };
  return (
    <KeptForm
      kept={outcome === "SHOWN" ? undefined : kept}
      problems={problems}
      busy={busy}
      label={m.moderation_bulk({ count: texts.length })}
      onSubmit={send}
      onSent={({ rulings }) => onRuled(rulings?.[0]?.id ?? null, outcome, rulings?.length ?? 0)}
    >
      <h3>{m.moderation_bulk({ count: texts.length })}</h3>
      <fieldset className={styles.outcomes}>
        <legend className="visually-hidden">{m.moderation_what()}</legend>
        {(["SHOWN", "HIDDEN", "ANSWERED"] as const).map((one) => (
          <RadioCard
            name="outcome"
            value={one}
            checked={outcome === one}
            onChange={() => setOutcome(one)}
            label={outcomes[one].label()}
            help={outcomes[one].help()}
            key={one}
          />
        ))}
      </fieldset>
      {outcome === "ANSWERED" && (
        <WritingArea name="note" label={m.moderation_answer()} rows={3} maxLength={limits["ruling.note"]} />
      )}
      {outcome === "HIDDEN" && <HiddenFields />}
      <CheckboxCard name="alike" defaultChecked label={m.moderation_alike_too()} help={m.moderation_alike_help()} />
      <Failed because={failed} />
      <div className="cluster">
        <Button primary type="submit" disabled={busy}>
          {outcomes[outcome].send()} <Key>↵</Key>
        </Button>
        <Button small onClick={onCancel}>
          {m.moderation_choose_none()}
        </Button>
      </div>
    </KeptForm>
  );
}
