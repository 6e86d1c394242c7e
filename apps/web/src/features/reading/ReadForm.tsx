import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, useState } from "react";
import type {
  NotRetainedReason,
  ReadContributions,
  ReadContributionsVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeyPointField } from "../../shared/KeyPointField.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import type { Problem } from "../../ui/problems.ts";

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

export type Reason = Exclude<NotRetainedReason, "WITHDRAWN" | "NOTHING_TO_ADD">;

/** Why a text goes no further, to be chosen from; having nothing to add takes one key and no word. */
const reasons: Record<Reason, () => string> = {
  ALREADY_SAID: m.reading_reason_ALREADY_SAID,
  OUT_OF_SCOPE: m.reading_reason_OUT_OF_SCOPE,
  REQUEST_APART: m.reading_reason_REQUEST_APART,
  TOO_GENERAL: m.reading_reason_TOO_GENERAL,
  NOT_ACTIONABLE: m.reading_reason_NOT_ACTIONABLE,
  NOT_UNDERSTOOD: m.reading_reason_NOT_UNDERSTOOD,
};

/** Message if no key point was chosen. */
export const noKeyPoint: readonly Problem[] = [{ code: "REQUIRED", field: "saidBy" }];

interface Props {
  /** Under which the note is kept: the reading, and the texts that it is about. */
  kept: string;
  /** The reason to begin with. */
  first: Reason;
  themes: readonly { slug: string; title: string }[];
  /** The objective of the texts, and its key points: one of them may say it already. */
  objective: { slug: string } | null;
  keyPoints: ComponentProps<typeof KeyPointField>["here"];
  onSay: (why: { notRetained: Reason; note: string | null; theme: string | null; saidBy: string | null }) => void;
}

/** Says that nothing follows, and why: a word to the author, who reads it on their own page. */
export function ReadForm({ kept, first, themes, objective, keyPoints = [], onSay }: Props) {
  const [reason, setReason] = useState<Reason>(first);
  const [lacks, setLacks] = useState(false);
  const isSaid = reason === "ALREADY_SAID";
  const say = async (fields: FormData) => {
    const saidBy = isSaid ? (fields.get("saidBy") as string) : null;
    // Authors are led to it.
    setLacks(saidBy === "");
    if (saidBy === "") return false;
    onSay({
      notRetained: reason,
      note: (fields.get("note") as string) || null,
      theme: reason === "OUT_OF_SCOPE" ? (fields.get("theme") as string) : null,
      saidBy,
    });
    return true;
  };
  return (
    <KeptForm
      kept={kept}
      problems={lacks ? noKeyPoint : undefined}
      labelOf={(field) => (field === "saidBy" ? m.reading_said_by() : undefined)}
      onSubmit={say}
    >
      <div className="flow">
        <Select
          name="notRetained"
          label={m.reading_reason()}
          value={reason}
          data-first={reason === "OUT_OF_SCOPE" || isSaid ? undefined : true}
          onChange={(event) => setReason(event.target.value as Reason)}
        >
          {(Object.keys(reasons) as Reason[]).map((key) => (
            <option value={key} key={key}>
              {reasons[key]()}
            </option>
          ))}
        </Select>
        {isSaid && (
          <KeyPointField
            label={m.reading_said_by()}
            help={m.reading_said_by_help()}
            objective={objective?.slug}
            here={keyPoints}
            data-first
          />
        )}
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
