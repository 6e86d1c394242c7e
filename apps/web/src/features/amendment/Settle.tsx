import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import type {
  AcceptAmendment,
  AcceptAmendmentVariables,
  PromoteAmendment,
  PromoteAmendmentVariables,
  ReconsiderAmendment,
  ReconsiderAmendmentVariables,
  RefuseAmendment,
  RefuseAmendmentVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { newKey } from "../../ui/key.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW, NOT_AMENDABLE: m.amendment_closed });

const acceptAmendment: TypedDocumentNode<AcceptAmendment, AcceptAmendmentVariables> = gql`
  mutation AcceptAmendment($input: AcceptAmendmentInput!) {
    acceptAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

const refuseAmendment: TypedDocumentNode<RefuseAmendment, RefuseAmendmentVariables> = gql`
  mutation RefuseAmendment($input: RefuseAmendmentInput!) {
    refuseAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

const reconsiderAmendment: TypedDocumentNode<ReconsiderAmendment, ReconsiderAmendmentVariables> = gql`
  mutation ReconsiderAmendment($input: ReconsiderAmendmentInput!) {
    reconsiderAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

const promoteAmendment: TypedDocumentNode<PromoteAmendment, PromoteAmendmentVariables> = gql`
  mutation PromoteAmendment($input: PromoteAmendmentInput!) {
    promoteAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

/** Query refetched once an amendment is settled, or refused because somebody settled it before. */
const page = ["AmendmentPage"];

interface Props {
  amendment: { id: string; text: string; statement: { version: number } | null };
  /** There is no sentence any more to take it into. */
  isGone: boolean;
  onSettled: () => void;
}

/** Three ways for the writers of a proposal to settle an amendment, each with the fields it takes. */
export function Settle({ amendment, isGone, onSettled }: Props) {
  const { id } = amendment;
  const key = useRef<string>(undefined);
  const accept = useAct(acceptAmendment, page);
  const refuse = useAct(refuseAmendment, page);
  const promote = useAct(promoteAmendment, page);
  const text = (fields: FormData, name: string) => fields.get(name) as string;
  return (
    <div className="flow">
      {isGone ? (
        <p>{m.amendment_gone()}</p>
      ) : (
        <Disclosure summary={m.amendment_accept()} open>
          <KeptForm
            kept={`amendmentAccepted:${id}`}
            label={m.amendment_accept()}
            problems={accept.problems}
            busy={accept.busy}
            onSubmit={(fields) =>
              accept.run({
                id,
                statementVersion: amendment.statement?.version ?? 0,
                text: text(fields, "text"),
                answer: text(fields, "answer"),
              })
            }
            onSent={onSettled}
          >
            <WritingArea
              name="text"
              label={m.amendment_accept_text()}
              help={m.amendment_accept_help()}
              defaultValue={amendment.text}
              rows={4}
              maxLength={limits["statement.text"]}
            />
            <TextField
              name="answer"
              data-most={limits["proposal.reason"]}
              label={m.amendment_answer()}
              help={m.amendment_answer_help()}
              optional
            />
            <Failed because={accept.failed} />
            <Button primary type="submit">
              {m.amendment_accept_do()}
            </Button>
          </KeptForm>
        </Disclosure>
      )}
      <Disclosure summary={m.amendment_refuse()}>
        <KeptForm
          kept={`amendmentRefused:${id}`}
          label={m.amendment_refuse()}
          problems={refuse.problems}
          busy={refuse.busy}
          onSubmit={(fields) => refuse.run({ id, reason: text(fields, "reason") })}
          onSent={onSettled}
        >
          <WritingArea
            name="reason"
            label={m.amendment_reason()}
            help={m.amendment_reason_help()}
            rows={3}
            maxLength={limits["proposal.stateReason"]}
          />
          <Failed because={refuse.failed} />
          <Button type="submit">{m.amendment_refuse_do()}</Button>
        </KeptForm>
      </Disclosure>
      <Disclosure summary={m.amendment_promote()}>
        <KeptForm
          kept={`amendmentPromoted:${id}`}
          label={m.amendment_promote()}
          problems={promote.problems}
          busy={promote.busy}
          onSubmit={(fields) => {
            key.current ??= newKey();
            return promote.run({
              id,
              key: key.current,
              title: text(fields, "title"),
              summary: text(fields, "summary"),
            });
          }}
          onSent={onSettled}
        >
          <p className="quiet">{m.amendment_promote_what()}</p>
          <TextField name="title" data-most={limits["proposal.title"]} label={m.amendment_promote_title()} />
          <WritingArea
            name="summary"
            label={m.amendment_promote_summary()}
            rows={3}
            maxLength={limits["proposal.summary"]}
          />
          <Failed because={promote.failed} />
          <Button type="submit">{m.amendment_promote_do()}</Button>
        </KeptForm>
      </Disclosure>
    </div>
  );
}

/** Takes a refusal back, for the writers of the proposal: it is settled anew, and the refusal stays readable. */
export function Reconsider({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(reconsiderAmendment, page);
  return (
    <Disclosure summary={m.amendment_reconsider()}>
      <KeptForm
        kept={`amendmentReconsidered:${id}`}
        label={m.amendment_reconsider()}
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) => act.run({ id, reason: fields.get("reason") as string })}
        onSent={onDone}
      >
        <p className="quiet">{m.amendment_reconsider_what()}</p>
        <WritingArea
          name="reason"
          label={m.amendment_reconsider_why()}
          help={m.amendment_reason_help()}
          rows={3}
          maxLength={limits["proposal.stateReason"]}
        />
        <Failed because={act.failed} />
        <Button type="submit">{m.amendment_reconsider_do()}</Button>
      </KeptForm>
    </Disclosure>
  );
}
