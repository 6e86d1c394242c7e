import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  NotRetainedReason,
  ReadContributions,
  ReadContributionsVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";

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

/** Why a text goes no further, to be chosen from; having nothing to add takes one key and no word. */
const reasons: Record<Reason, () => string> = {
  ALREADY_SAID: m.reading_reason_ALREADY_SAID,
  OUT_OF_SCOPE: m.reading_reason_OUT_OF_SCOPE,
  REQUEST_APART: m.reading_reason_REQUEST_APART,
  TOO_GENERAL: m.reading_reason_TOO_GENERAL,
  NOT_ACTIONABLE: m.reading_reason_NOT_ACTIONABLE,
  NOT_UNDERSTOOD: m.reading_reason_NOT_UNDERSTOOD,
};

interface Props {
  /** Under which the note is kept: the reading, and the texts that it is about. */
  kept: string;
  /** The reason to begin with. */
  first: Reason;
  themes: readonly { slug: string; title: string }[];
  onSay: (why: { notRetained: Reason; note: string | null; theme: string | null }) => void;
}

/** Says that nothing follows, and why: a word to the author, who reads it on their own page. */
export function ReadForm({ kept, first, themes, onSay }: Props) {
  const [reason, setReason] = useState<Reason>(first);
  const say = async (fields: FormData) => {
    onSay({
      notRetained: reason,
      note: (fields.get("note") as string) || null,
      theme: reason === "OUT_OF_SCOPE" ? (fields.get("theme") as string) : null,
    });
    return true;
  };
  return (
    <KeptForm kept={kept} onSubmit={say}>
      <div className="flow">
        <Select
          name="notRetained"
          label={m.reading_reason()}
          value={reason}
          data-first={reason === "OUT_OF_SCOPE" ? undefined : true}
          onChange={(event) => setReason(event.target.value as Reason)}
        >
          {(Object.keys(reasons) as Reason[]).map((key) => (
            <option value={key} key={key}>
              {reasons[key]()}
            </option>
          ))}
        </Select>
        {reason === "OUT_OF_SCOPE" && (
          // Focused first if the reason is chosen already: the theme is what it lacks.
          <Select name="theme" label={m.reading_forward()} data-first>
            {themes.map((theme) => (
              <option value={theme.slug} key={theme.slug}>
                {theme.title}
              </option>
            ))}
          </Select>
        )}
      </div>
      <TextField
        name="note"
        label={m.reading_note()}
        help={m.reading_note_help()}
        optional
        maxLength={limits["contribution.notRetainedNote"]}
      />
      <Button type="submit" small>
        {m.reading_say_it()}
      </Button>
    </KeptForm>
  );
}
