import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type { KeyPointNature } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckboxCard, Choices } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { page, splitKeyPoint } from "./keyPoint.mutations.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { NatureSelect } from "./NewKeyPoint.tsx";
import type { OnDone, Opened } from "./panel.tsx";
import { quoted } from "../../ui/quoted.ts";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  keyPoint: Opened;
  /** Those that were read, and the button that brings those that follow. */
  passages: Opened["passages"];
  control: ReactNode;
  onDone: OnDone;
}

/** Sends some passages to a new key point, which is then shown. */
export function Split({ keyPoint, onDone, passages, control }: Props) {
  const { id, version, nature } = keyPoint;
  const act = useAct(splitKeyPoint, page);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const split = async (fields: FormData) => {
    const passageIds = passages.flatMap((passage) => (chosen.includes(passage.id) ? passage.id : []));
    const done = await act.run({
      id,
      version,
      passageIds,
      sentence: fields.get("sentence") as string,
      nature: fields.get("nature") as KeyPointNature,
    });
    return done?.keyPoint && { count: passageIds.length, made: done.keyPoint };
  };
  if (!passages.length) return null;
  return (
    <Disclosure summary={m.keyPointWriting_split()}>
      <KeptForm
        kept={`keyPointSplit:${id}`}
        problems={act.problems}
        busy={act.busy}
        onSubmit={split}
        onSent={({ count, made }) => onDone(m.keyPointWriting_split_done({ count, sentence: made.sentence }), made.id)}
      >
        <p className="quiet">{m.keyPointWriting_split_what()}</p>
        <Fieldset name="passageIds" legend={m.keyPointWriting_split_which()}>
          <Choices single>
            {passages.map((passage) => (
              <CheckboxCard
                name="passageIds"
                value={passage.id}
                label={<span lang={contentLang()}>{quoted(passage.quote)}</span>}
                checked={chosen.includes(passage.id)}
                onChange={() =>
                  setChosen((now) =>
                    now.includes(passage.id) ? now.filter((one) => one !== passage.id) : [...now, passage.id],
                  )
                }
                key={passage.id}
              />
            ))}
          </Choices>
          {control}
        </Fieldset>
        <TextField name="sentence" label={m.keyPointWriting_split_sentence()} maxLength={limits["keyPoint.sentence"]} />
        <NatureSelect defaultValue={nature} />
        <Failed because={act.failed} />
        <Button type="submit" small>
          {m.keyPointWriting_split_do()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}
