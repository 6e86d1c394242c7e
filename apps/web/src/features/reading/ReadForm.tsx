import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import type {
  NotRetainedReason,
  ReadContributions,
  ReadContributionsVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";

export const readContributions: TypedDocumentNode<ReadContributions, ReadContributionsVariables> = gql`
  mutation ReadContributions($input: ReadContributionsInput!) {
    readContributions(input: $input) {
      ...Form_outcome @unmask
      contributions {
        id
      }
    }
  }
  ${Form.fragment}
`;

type Reason = Exclude<NotRetainedReason, "WITHDRAWN" | "NOTHING_TO_ADD">;

/** Why a contribution goes no further, beside having nothing to add. */
const reasons: Record<Reason, () => string> = {
  ALREADY_SAID: m.reading_reason_ALREADY_SAID,
  OUT_OF_SCOPE: m.reading_reason_OUT_OF_SCOPE,
  NOT_ACTIONABLE: m.reading_reason_NOT_ACTIONABLE,
  NOT_UNDERSTOOD: m.reading_reason_NOT_UNDERSTOOD,
};

interface Props {
  contributionId: string;
  themes: readonly { slug: string; title: string }[];
  onRead: () => void;
  ref?: Ref<ReadFormHandle>;
}

/** Handle for the shortcuts of the text. */
export interface ReadFormHandle {
  /** Opens it, and goes to its first field. */
  open: () => void;
}

/** Says that nothing follows, and why: a word to the author, who reads it on their own page. */
export function ReadForm({ contributionId, themes, onRead, ref }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    open() {
      inside.current!.closest("details")!.open = true;
      inside.current!.querySelector("select")!.focus();
    },
  }));
  const [reason, setReason] = useState<Reason>("ALREADY_SAID");
  const [read, { data, loading, error }] = useMutation(readContributions);
  const send = (fields: FormData) =>
    void read({
      variables: {
        input: {
          contributionIds: [contributionId],
          notRetained: reason,
          note: (fields.get("note") as string) || null,
          theme: reason === "OUT_OF_SCOPE" ? (fields.get("theme") as string) : null,
        },
      },
    }).then(
      ({ data: done }) => done?.readContributions.problems.length === 0 && onRead(),
      () => undefined, // Told by `error`.
    );

  return (
    <Disclosure summary={m.reading_not_retained()}>
      <div ref={inside}>
        <Form problems={data?.readContributions.problems} busy={loading} onSubmit={send}>
          <Select
            name="notRetained"
            label={m.reading_reason()}
            value={reason}
            onChange={(event) => setReason(event.target.value as Reason)}
          >
            {(Object.keys(reasons) as Reason[]).map((key) => (
              <option value={key} key={key}>
                {reasons[key]()}
              </option>
            ))}
          </Select>
          {reason === "OUT_OF_SCOPE" && (
            <Select name="theme" label={m.reading_forward()}>
              {themes.map((theme) => (
                <option value={theme.slug} key={theme.slug}>
                  {theme.title}
                </option>
              ))}
            </Select>
          )}
          <TextField
            name="note"
            label={m.reading_note()}
            help={m.reading_note_help()}
            optional
            maxLength={limits["contribution.notRetainedNote"]}
          />
          <Failed because={error}>{m.reading_not_saved()}</Failed>
          <Button type="submit" small>
            {m.reading_say_it()}
          </Button>
        </Form>
      </div>
    </Disclosure>
  );
}
