import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  InitiativeSheet,
  ResendInitiative,
  ResendInitiativeVariables,
  SheetFields_query,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { SheetForm } from "./SheetForm.tsx";
import { sheetOf, wordsOf } from "./fields.tsx";

const resendInitiative: TypedDocumentNode<ResendInitiative, ResendInitiativeVariables> = gql`
  mutation ResendInitiative($input: ResendInitiativeInput!) {
    resendInitiative(input: $input) {
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
  code: string;
  initiative: InitiativeSheet;
  agreement: string | null;
}

/** A sheet that was sent back, to be completed and sent again. */
export function ResendForm({ lists, code, initiative, agreement }: Props) {
  const [words, setWords] = useState(() => wordsOf(initiative, agreement, lists.criteria));
  const act = useAct(resendInitiative, ["InitiativeFollowPage"]);
  const { id, version } = initiative;
  return (
    <SheetForm
      {...{ lists, words }}
      set={(change) => setWords((now) => ({ ...now, ...change }))}
      whole
      problems={act.problems}
      busy={act.busy}
      failed={act.failed}
      label={m.initiative_resend()}
      send={m.initiative_resend()}
      kept={`initiative:${id}`}
      version={version}
      onSubmit={() => act.run({ code, version, sheet: sheetOf(words) })}
    />
  );
}
