import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { MinutesDesk_minutes } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Key } from "../../ui/Key.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useMedia } from "../../ui/useMedia.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { settleMinutesCorrection } from "./minutes.mutations.tsx";

type Correction = MinutesDesk_minutes["corrections"][number];
type Block = MinutesDesk_minutes["blocks"][number];

export const stateNames: Record<Correction["state"], () => string> = {
  OPEN: m.minutes_correction_OPEN,
  ACCEPTED: m.minutes_correction_ACCEPTED,
  REFUSED: m.minutes_correction_REFUSED,
  WITHDRAWN: m.minutes_correction_WITHDRAWN,
};

/** Corrections asked for, those that wait first: each beside the words it is about. */
export function Corrections({ minutes: { blocks, corrections } }: { minutes: MinutesDesk_minutes }) {
  const waiting = corrections.filter(({ state }) => state === "OPEN");
  const settled = corrections.filter(({ state }) => state !== "OPEN");
  return (
    <ul className="flow">
      {[...waiting, ...settled].map((correction, at) => (
        <li tabIndex={-1} data-waits={correction.state === "OPEN" || undefined} key={correction.id}>
          <CorrectionCard
            correction={correction}
            number={at + 1}
            block={blocks.find(({ id }) => id === correction.blockId)}
          />
        </li>
      ))}
    </ul>
  );
}

/** « Aller à la correction »: the next one that waits after that which has the focus, the first one after the last. */
export function NextCorrection() {
  const keyed = useMedia("(pointer: fine)");
  const go = () => {
    const waiting = [...document.querySelectorAll<HTMLElement>("[data-waits]")];
    const at = waiting.findIndex((one) => one.contains(document.activeElement));
    waiting[(at + 1) % waiting.length]?.focus();
  };
  useKeys({ n: go });
  return (
    <Button onClick={go} aria-keyshortcuts="N">
      {m.minutes_to_correction()} {keyed && <Key>N</Key>}
    </Button>
  );
}

interface CardProps {
  correction: Correction;
  /** Its place in the list. */
  number: number;
  block: Block | undefined;
}

function CorrectionCard({ correction, number, block }: CardProps) {
  const act = useAct(settleMinutesCorrection);
  const { id, text, why, state, reason } = correction;
  return (
    <Card tone={state === "OPEN" ? "now" : "sheet"}>
      <p>
        <Chip tone={state === "OPEN" ? "open" : "done"}>{stateNames[state]()}</Chip>
      </p>
      {state === "OPEN" && block && (
        <p className="quiet" lang={contentLang()}>
          {m.minutes_correction_now({ text: block.text })}
        </p>
      )}
      <p lang={contentLang()}>{m.minutes_correction_wanted({ text })}</p>
      {why && <p lang={contentLang()}>{m.minutes_correction_why({ why })}</p>}
      {reason && <p lang={contentLang()}>{m.minutes_correction_reason({ reason })}</p>}
      {state === "OPEN" && (
        <KeptForm
          kept={`correctionAnswer:${id}`}
          label={m.minutes_correction_settle({ number })}
          problems={act.problems}
          busy={act.busy}
          onSubmit={(fields) => act.run({ id, accept: false, reason: (fields.get("reason") as string | null) ?? "" })}
        >
          <WritingArea
            name="reason"
            label={m.minutes_correction_because()}
            help={m.minutes_correction_because_help()}
            rows={2}
            maxLength={limits["minutes.reason"]}
          />
          <Failed because={act.failed} />
          <div className="cluster">
            <Button primary onClick={() => void act.run({ id, accept: true })}>
              {m.minutes_correction_accept()}
            </Button>
            <Button type="submit">{m.minutes_correction_refuse()}</Button>
          </div>
        </KeptForm>
      )}
    </Card>
  );
}
