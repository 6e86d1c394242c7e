import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { AppealRuling, AppealRulingVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { appealed } from "./appeal.fragment.tsx";

const appealRuling: TypedDocumentNode<AppealRuling, AppealRulingVariables> = gql`
  mutation AppealRuling($input: AppealRulingInput!) {
    appealRuling(input: $input) {
      problems {
        code
        field
        value
      }
      ruling {
        id
        appeal {
          ...Appealed_appeal @unmask
        }
      }
    }
  }
  ${appealed}
`;

/** « Faire appel »: one line, once. */
export function AppealForm({ id, code }: { id: string; code: string }) {
  const { run, busy, problems, failed } = useAct(appealRuling);
  return (
    <KeptForm
      kept={`appeal:${id}`}
      problems={problems}
      busy={busy}
      label={m.moderation_appeal()}
      onSubmit={(fields) => run({ id, code, text: fields.get("text") as string })}
    >
      <WritingArea name="text" label={m.moderation_appeal_text()} rows={3} maxLength={limits["appeal.text"]} />
      <Failed because={failed} />
      <Button type="submit" small>
        {m.moderation_appeal_send()}
      </Button>
    </KeptForm>
  );
}
