import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { mostSheets } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import type { PrintSheets as Print, PrintSheetsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { newKey } from "../../ui/key.ts";

const mutation: TypedDocumentNode<Print, PrintSheetsVariables> = gql`
  mutation PrintSheets($input: PrintSheetsInput!) {
    printSheets(input: $input) {
      ...Form_outcome @unmask
      batch {
        batch
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  questionnaireId: string;
  /** Called with the name of the batch, once its sheets are made. */
  onPrinted: (batch: string) => void;
}

/** Asks for sheets: as many codes are made. */
export function PrintSheets({ questionnaireId, onPrinted }: Props) {
  const [print, { data, loading, error }] = useMutation(mutation);
  // As many sheets, tried again after a cut, are the same sheets.
  const asked = useRef({ key: newKey(), count: 0 });
  const send = async (count: number) => {
    if (asked.current.count !== count) asked.current = { key: newKey(), count };
    const done = await print({ variables: { input: { ...asked.current, questionnaireId } } }).catch(() => null);
    const made = done?.data?.printSheets.batch;
    if (!made) return;
    asked.current.count = 0;
    onPrinted(made.batch);
  };
  return (
    <Form
      problems={data?.printSheets.problems}
      busy={loading}
      onSubmit={(fields) => void send(Math.trunc(Number(fields.get("count"))))}
    >
      <TextField
        name="count"
        label={m.paper_sheets_count()}
        help={m.paper_sheets_count_help()}
        type="number"
        inputMode="numeric"
        min={1}
        max={mostSheets}
        defaultValue={40}
      />
      <Failed because={error} />
      <Button primary type="submit" disabled={loading}>
        <Icon name="print" size={17} /> {m.paper_sheets_print()}
      </Button>
    </Form>
  );
}
