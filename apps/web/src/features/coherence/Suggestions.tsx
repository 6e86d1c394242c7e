import { limits, mostSuggestions } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type { CoherencePage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { SaveOrLeave } from "../../shared/SaveOrLeave.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { When } from "../../ui/When.tsx";
import { kindNames } from "./coherence.labels.ts";
import { leaveSuggestion, restoreSuggestion } from "./coherence.mutations.tsx";
import { NoteForm } from "./NoteActs.tsx";

const again = ["CoherencePage"];

type Waiting = CoherencePage["coherenceSuggestions"][number];
type Left = CoherencePage["leftSuggestions"][number];
type Suggested = Omit<Waiting, "__typename">;

const says = ({ kind, about, prefer }: Suggested) => {
  const words = { about: about ?? "", prefer: prefer ?? "" };
  if (kind === "SAME_INTERLOCUTOR") return m.coherence_suggest_SAME_INTERLOCUTOR(words);
  if (kind === "SHARED_EXAMPLE") return m.coherence_suggest_SHARED_EXAMPLE(words);
  return kind === "TERMINOLOGY" ? m.coherence_suggest_TERMINOLOGY(words) : m.coherence_suggest_DUPLICATE();
};

/** Key of a suggestion in a mutation. */
const named = ({ key, proposals }: Suggested) => ({ key, proposalIds: proposals.map(({ id }) => id) });

interface Props {
  suggestions: readonly Waiting[];
  left: readonly Left[];
}

/** Notes suggested by the proposals themselves: reworded and kept, or left aside, which is undone below. */
export function Suggestions({ suggestions, left }: Props) {
  const [open, setOpen] = useState<{ key: string; act: "take" | "leave" }>();
  const [said, setSaid] = useState("");
  const close = () => setOpen(undefined);
  return (
    <>
      <p className="prose">{suggestions.length ? m.coherence_suggested_lead() : m.coherence_suggested_none()}</p>
      {suggestions.length === mostSuggestions && <p className="quiet">{m.coherence_suggested_first()}</p>}
      <output>{said}</output>
      <ul className="cards">
        {suggestions.map((one) => (
          <SuggestionCard one={one} key={one.key}>
            {open?.key !== one.key ? (
              <p className="cluster">
                <Button small onClick={() => setOpen({ key: one.key, act: "take" })}>
                  {m.coherence_take()}
                </Button>
                <Button small onClick={() => setOpen({ key: one.key, act: "leave" })}>
                  {m.coherence_leave()}
                </Button>
              </p>
            ) : open.act === "take" ? (
              <NoteForm
                begin={{ kind: one.kind, proposals: one.proposals, text: says(one), suggestion: one.key }}
                onDone={close}
              />
            ) : (
              <LeaveForm
                one={one}
                onClose={close}
                onSent={() => {
                  setSaid(m.coherence_left());
                  close();
                }}
              />
            )}
          </SuggestionCard>
        ))}
      </ul>
      {left.length > 0 && (
        <Disclosure summary={m.coherence_left_list({ count: left.length })}>
          <ul className="cards">
            {left.map((one) => (
              <LeftCard one={one} onRestored={() => setSaid(m.coherence_restored())} key={one.key} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

const SuggestionCard = ({ one, children }: { one: Suggested; children: ReactNode }) => (
  <Card as="li" tone="note">
    <p>
      <Chip tone="toCome">{kindNames[one.kind]()}</Chip>
    </p>
    <p>{says(one)}</p>
    {one.statements.map(({ id, text }) => (
      <blockquote lang={contentLang()} key={id}>
        {text}
      </blockquote>
    ))}
    <p className="quiet">{one.proposals.map((proposal) => m.proposal_number(proposal)).join(", ")}</p>
    {children}
  </Card>
);

/** Says no to a suggestion, with a reason or without. */
function LeaveForm({ one, onClose, onSent }: { one: Suggested; onClose: () => void; onSent: () => void }) {
  const { run, problems, busy, failed } = useAct(leaveSuggestion, again);
  return (
    <KeptForm
      kept={`suggestionLeft:${one.key}`}
      problems={problems}
      busy={busy}
      label={m.coherence_leave()}
      onSubmit={(fields) => run({ ...named(one), because: (fields.get("because") as string | null) || null })}
      onSent={onSent}
    >
      <TextField name="because" label={m.coherence_leave_because()} maxLength={limits["suggestion.because"]} optional />
      <SaveOrLeave save={m.coherence_leave()} failed={failed} onLeave={onClose} />
    </KeptForm>
  );
}

/** A suggestion that somebody left aside, with the way back. */
function LeftCard({ one, onRestored }: { one: Left; onRestored: () => void }) {
  const { run, busy, failed } = useAct(restoreSuggestion, again);
  const restore = async () => {
    if (await run(named(one))) onRestored();
  };
  return (
    <SuggestionCard one={one}>
      <p className="quiet">
        {one.leftBy && m.coherence_left_by({ name: one.leftBy })} {one.leftOn && <When date={one.leftOn} />}
      </p>
      {one.because && (
        <p>
          <b>
            {m.coherence_left_why()}
            {m.ui_colon()}
          </b>
          <span lang={contentLang()}>{one.because}</span>
        </p>
      )}
      <Failed because={failed} />
      <p>
        <Button small disabled={busy} onClick={() => void restore()}>
          {m.coherence_restore()}
        </Button>
      </p>
    </SuggestionCard>
  );
}
