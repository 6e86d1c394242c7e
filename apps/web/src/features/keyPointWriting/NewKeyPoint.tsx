import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { useState } from "react";
import type { KeyPointNature } from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { openKeyPoint, page } from "./keyPoint.mutations.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { OnDone } from "./panel.tsx";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  objectives: readonly { slug: string; number: number; name: string }[];
  /** The slug of the one that is looked at. */
  objective: string | null;
  onDone: OnDone;
}

/** Opens a key point before any passage says it. */
export function NewKeyPoint({ objectives, objective, onDone }: Props) {
  const act = useAct(openKeyPoint, page);
  const [sentence, setSentence] = useState("");
  const open = async (fields: FormData) => {
    const done = await act.run({
      objective: fields.get("objective") as string,
      sentence,
      nature: fields.get("nature") as KeyPointNature,
    });
    return done?.keyPoint;
  };
  return (
    <Disclosure summary={m.keyPointWriting_open()}>
      <KeptForm
        kept="keyPointNew"
        problems={act.problems}
        busy={act.busy}
        onSubmit={open}
        onSent={(made) => {
          setSentence("");
          onDone(m.keyPointWriting_opened({ sentence: made.sentence }), made.id);
        }}
      >
        <Select
          name="objective"
          label={m.keyPointWriting_in_objective()}
          defaultValue={objective ?? objectives[0]?.slug}
          key={objective}
        >
          {objectives.map(({ slug, number, name }) => (
            <option lang={contentLang()} value={slug} key={slug}>
              {number}. {name}
            </option>
          ))}
        </Select>
        <TextField
          name="sentence"
          label={m.reading_sentence()}
          value={sentence}
          maxLength={limits["keyPoint.sentence"]}
          onChange={(event) => setSentence(event.currentTarget.value)}
        />
        <NatureSelect defaultValue="FINDING" />
        <Failed because={act.failed} />
        <Button type="submit" small>
          {m.keyPointWriting_open_do()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}

/** Nature of a key point. */
export const NatureSelect = (props: {
  value?: KeyPointNature;
  defaultValue?: KeyPointNature;
  onChange?: (nature: KeyPointNature) => void;
}) => (
  <Select
    name="nature"
    label={m.reading_nature()}
    value={props.value}
    defaultValue={props.defaultValue}
    onChange={(event) => props.onChange?.(event.currentTarget.value as KeyPointNature)}
  >
    {keysOf(natureNames).map((nature) => (
      <option value={nature} key={nature}>
        {natureNames[nature]()}
      </option>
    ))}
  </Select>
);
