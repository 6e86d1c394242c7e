import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { figures } from "../../ui/figures.ts";
import type {
  RunTextImport,
  RunTextImportVariables,
  TakeBackTextImport,
  TakeBackTextImportVariables,
  TextImportTold,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { textImportTold } from "./textImport.fragment.tsx";

const run: TypedDocumentNode<RunTextImport, RunTextImportVariables> = gql`
  mutation RunTextImport($input: RunTextImportInput!) {
    runTextImport(input: $input) {
      ...Form_outcome @unmask
      textImport {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

const takeBack: TypedDocumentNode<TakeBackTextImport, TakeBackTextImportVariables> = gql`
  mutation TakeBackTextImport($input: TakeBackTextImportInput!) {
    takeBackTextImport(input: $input) {
      ...Form_outcome @unmask
      textImport {
        id
        ...TextImportTold @unmask
      }
    }
  }
  ${Form.fragment}
  ${textImportTold}
`;

/** Has the rows brought that have a place. */
export function RunImport({ it }: { it: TextImportTold }) {
  const act = useAct(run);
  if (it.group.state === "PREPARING") return <Notice>{m.textImport_not_opened()}</Notice>;
  const count = it.written + it.changed;
  if (count === 0) return <Notice>{m.textImport_nothing_new()}</Notice>;
  return (
    <Form problems={act.problems} busy={act.busy} label={m.textImport_title()} onSubmit={() => act.run({ id: it.id })}>
      <Failed because={act.failed} />
      <Button primary type="submit" disabled={act.busy}>
        {m.textImport_run({ count: figures(count) })}
      </Button>
    </Form>
  );
}

/** Takes an import back whole, as long as nothing stands on it. */
export function TakeBackImport({ it }: { it: TextImportTold }) {
  const act = useAct(takeBack);
  if (it.standingCount > 0) return <p>{m.textImport_take_back_standing({ count: figures(it.standingCount) })}</p>;
  return (
    <Disclosure summary={m.textImport_take_back()}>
      <KeptForm
        kept={`importTakenBack:${it.id}`}
        problems={act.problems}
        busy={act.busy}
        label={m.textImport_take_back()}
        onSubmit={(fields) => act.run({ id: it.id, reason: fields.get("reason") as string })}
      >
        <p>{m.textImport_take_back_lead()}</p>
        <TextField name="reason" label={m.textImport_take_back_reason()} maxLength={limits["textImport.reason"]} />
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.textImport_take_back()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}
