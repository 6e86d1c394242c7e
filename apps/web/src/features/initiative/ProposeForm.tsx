import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type {
  ProposeInitiative,
  ProposeInitiativeVariables,
  SheetFields_query,
} from "../../graphql/operations.generated.ts";
import { CheckboxCard } from "../../ui/Choice.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { useAct } from "../../ui/useAct.ts";
import { Near } from "./Near.tsx";
import { SheetForm } from "./SheetForm.tsx";
import { sheetOf, wordsOf } from "./fields.tsx";

const proposeInitiative: TypedDocumentNode<ProposeInitiative, ProposeInitiativeVariables> = gql`
  mutation ProposeInitiative($input: ProposeInitiativeInput!) {
    proposeInitiative(input: $input) {
      ...Form_outcome @unmask
      proposed {
        code
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  lists: SheetFields_query;
  groups: readonly { slug: string; name: string }[];
  onSent: (code: string) => void;
}

/** Anybody proposes an initiative, without an account: nothing of who writes is asked. */
export function ProposeForm({ lists, groups, onSent }: Props) {
  const [words, setWords] = useState(() => wordsOf(null, null, lists.criteria));
  // One for all the tries of the same words, so that they are kept once.
  const key = useRef<string>(undefined);
  const act = useAct(proposeInitiative);
  const set = (change: Record<string, string>) => {
    key.current = undefined;
    setWords((now) => ({ ...now, ...change }));
  };
  const send = async (fields: FormData) => {
    const input = {
      group: groups[0]?.slug ?? null,
      sheet: sheetOf(words),
      consent: fields.get("consent") === "yes",
    };
    key.current ??= keptKey("initiative", input);
    const done = await act.run({ key: key.current, ...input });
    return done?.proposed;
  };
  return (
    <SheetForm
      {...{ lists, words, set }}
      problems={act.problems}
      busy={act.busy}
      failed={act.failed}
      label={m.initiative_propose()}
      send={m.initiative_propose_send()}
      kept="initiative"
      onSubmit={send}
      onSent={({ code }) => onSent(code)}
      near={<Near name={words["name"]!} town={words["town"]!} />}
    >
      <Fieldset name="consent" legend={m.initiative_field_consent()} help={m.initiative_consent_help()}>
        <CheckboxCard name="consent" value="yes" label={m.initiative_consent()} />
      </Fieldset>
      <HiddenField />
    </SheetForm>
  );
}
