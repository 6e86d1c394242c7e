import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import { useNavigation } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  RulePanel_text,
  RuleText,
  RuleTextVariables,
  RulingOutcome,
  RulingReason,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { RadioCard } from "../../ui/Choice.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Key } from "../../ui/Key.tsx";
import { forgetKept } from "../../ui/kept.ts";
import type { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { HeldWords } from "./HeldWords.tsx";
import { MaskFields } from "./MaskFields.tsx";
import { HiddenFields } from "../../shared/HiddenFields.tsx";
import styles from "./Moderation.module.css";
import { Preview } from "./Preview.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useRuling } from "./useRuling.ts";

const fragment: TypedDocumentNode<RulePanel_text> = gql`
  fragment RulePanel_text on HeldText {
    id
    kind
    status
    version
    reports {
      reason
      count
    }
    parts {
      name
      label
      text
      contacts {
        kind
        start
        end
      }
    }
    ...HeldWords_text
  }
  ${HeldWords.fragment}
`;

/** Rules on a text: kept by the page, since the text leaves it. */
export const ruleText: TypedDocumentNode<RuleText, RuleTextVariables> = gql`
  mutation RuleText($input: RuleTextInput!) {
    ruleText(input: $input) {
      problems {
        code
        field
        value
      }
      ruling {
        id
        ruledBy
        ruling {
          id
          outcome
        }
      }
    }
  }
`;

const outcomes: { outcome: RulingOutcome; key: string; label: () => string; help: () => string; send: () => string }[] =
  [
    {
      outcome: "SHOWN",
      key: "L",
      label: m.moderation_do_SHOWN,
      help: m.moderation_do_SHOWN_help,
      send: m.moderation_send_SHOWN,
    },
    {
      outcome: "MASKED",
      key: "M",
      label: m.moderation_do_MASKED,
      help: m.moderation_do_MASKED_help,
      send: m.moderation_send_MASKED,
    },
    {
      outcome: "HIDDEN",
      key: "K",
      label: m.moderation_do_HIDDEN,
      help: m.moderation_do_HIDDEN_help,
      send: m.moderation_send_HIDDEN,
    },
    {
      outcome: "ANSWERED",
      key: "R",
      label: m.moderation_do_ANSWERED,
      help: m.moderation_do_ANSWERED_help,
      send: m.moderation_send_ANSWERED,
    },
  ];

interface Props {
  text: FragmentType<RulePanel_text>;
  act: ReturnType<typeof useAct<RuleText, RuleTextVariables["input"]>>;
  onRuled: (ruling: string, outcome: RulingOutcome) => void;
  onPass: () => void;
}

/** One text that waits, in its context, and what becomes of it. */
export function RulePanel({ text, act, onRuled, onPass }: Props) {
  const { data: it } = useSuspenseFragment({ fragment, fragmentName: "RulePanel_text", from: text });
  const { masks, outcome, setMasks, setOutcome, add, forget } = useRuling(it);
  /** Reason proposed first: contact details found in the text, or else the one most reports give. */
  const reported = it.reports.toSorted((a, b) => b.count - a.count)[0]?.reason;
  const said = it.parts.some(({ contacts }) => contacts.length > 0) ? "CONTACT" : reported;
  const { run, problems, busy, failed } = act;
  const form = useRef<HTMLDivElement>(null);
  const { state } = useNavigation();
  useKeys({
    ...Object.fromEntries(outcomes.map((one) => [one.key.toLowerCase(), () => setOutcome(one.outcome)])),
    p: onPass,
    // While another text is on its way, Enter is meant for that one.
    Enter: () => state === "idle" && form.current?.querySelector("form")?.requestSubmit(),
  });
  /** Notes of each outcome are kept apart: none is put back under another. */
  const keptOf = (one: RulingOutcome) => `ruling:${it.id}:${one}`;
  const send = (fields: FormData) =>
    run({
      kind: it.kind,
      textId: it.id.slice(it.id.indexOf(":") + 1),
      version: it.version,
      outcome,
      reason: outcome === "SHOWN" ? null : ((fields.get("reason") || null) as RulingReason | null),
      note: outcome === "SHOWN" ? null : (fields.get("note") as string).trim() || null,
      masks: outcome === "MASKED" ? masks : null,
    });
  const shows = it.status === "VISIBLE";
  const whole = outcome === "HIDDEN" && it.kind === "RESPONSE";
  return (
    <div className="flow" ref={form}>
      <HeldWords text={it} masks={outcome === "MASKED" ? masks : []} onSelect={add} />
      <KeptForm
        kept={outcome === "SHOWN" ? undefined : keptOf(outcome)}
        busy={busy}
        problems={problems.filter(({ field }) => field !== "textId" && field !== "version")}
        label={m.moderation_what()}
        onSubmit={send}
        onSent={({ ruling }) => {
          for (const one of outcomes) forgetKept(keptOf(one.outcome));
          forget();
          if (ruling) onRuled(ruling.id, outcome);
        }}
      >
        <fieldset className={styles.outcomes}>
          <legend className="visually-hidden">{m.moderation_what()}</legend>
          {outcomes.map((one) => (
            <RadioCard
              name="outcome"
              value={one.outcome}
              checked={outcome === one.outcome}
              onChange={() => setOutcome(one.outcome)}
              label={
                <span className={styles.act}>
                  {shows && one.outcome === "SHOWN" ? m.moderation_do_KEPT() : one.label()} <Key>{one.key}</Key>
                </span>
              }
              help={one.outcome === "HIDDEN" && it.kind === "RESPONSE" ? m.moderation_do_HIDDEN_whole() : one.help()}
              key={one.outcome}
            />
          ))}
        </fieldset>
        {outcome === "ANSWERED" && (
          <WritingArea name="note" label={m.moderation_answer()} rows={3} maxLength={limits["ruling.note"]} />
        )}
        {(outcome === "MASKED" || outcome === "HIDDEN") && (
          <div className={styles.both}>
            <div className="flow">
              {outcome === "MASKED" && <MaskFields parts={it.parts} masks={masks} onChange={setMasks} onAdd={add} />}
              <HiddenFields reason={said} />
            </div>
            <Preview parts={it.parts} masks={masks} outcome={outcome} whole={whole} />
          </div>
        )}
        <Failed because={failed} />
        <div className="cluster">
          <Button primary type="submit" disabled={busy}>
            {shows && outcome === "SHOWN"
              ? m.moderation_do_KEPT()
              : outcomes.find((one) => one.outcome === outcome)!.send()}{" "}
            <Key>↵</Key>
          </Button>
          <Button small onClick={onPass}>
            {m.moderation_pass()} <Key>P</Key>
          </Button>
        </div>
        <p className="quiet">{m.moderation_then()}</p>
      </KeptForm>
    </div>
  );
}

RulePanel.fragment = fragment;
