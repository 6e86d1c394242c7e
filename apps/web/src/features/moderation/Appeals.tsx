import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  AppealOutcome,
  Appeals_appeal,
  DecideAppeal,
  DecideAppealVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { reasonNames } from "../../shared/reasons.ts";
import { outcomeNames } from "./moderation.labels.ts";

const fragment: TypedDocumentNode<Appeals_appeal> = gql`
  fragment Appeals_appeal on DeskAppeal {
    id
    appeal {
      id
      text
      appealedOn
    }
    ruling {
      id
      ruledBy
      ruling {
        id
        outcome
        reason
        note
        judgedElsewhere
        former {
          name
          text
        }
      }
      text {
        id
        parts {
          name
          text
        }
      }
    }
  }
`;

const decideAppeal: TypedDocumentNode<DecideAppeal, DecideAppealVariables> = gql`
  mutation DecideAppeal($input: DecideAppealInput!) {
    decideAppeal(input: $input) {
      problems {
        code
        field
        value
      }
      appeal {
        id
        outcome
      }
    }
  }
`;

interface Props {
  appeals: readonly (FragmentType<Appeals_appeal> & { id: string })[];
  onDecided: (outcome: AppealOutcome) => void;
}

/** Appeals that wait for somebody else than who ruled. */
export const Appeals = ({ appeals, onDecided }: Props) => (
  <ul className="flow">
    {appeals.map((appeal) => (
      <One appeal={appeal} onDecided={onDecided} key={appeal.id} />
    ))}
  </ul>
);

Appeals.fragment = fragment;

function One({ appeal: from, onDecided }: { appeal: FragmentType<Appeals_appeal>; onDecided: Props["onDecided"] }) {
  const { data: it } = useSuspenseFragment({ fragment, from });
  const { run, busy, problems, failed } = useAct(decideAppeal, ["ModerationPage"]);
  if (!it.ruling) return null;
  const { ruling, text, ruledBy } = it.ruling;
  const before = new Map(ruling.former.map((part) => [part.name, part.text]));
  const send = async (fields: FormData) => {
    const note = (fields.get("note") as string).trim() || null;
    // Said by the button that was pressed.
    const outcome = fields.get("outcome") as AppealOutcome;
    return (await run({ id: it.id, outcome, note })) && { outcome };
  };
  return (
    <Card as="li">
      {text?.parts.map((part) => (
        <p className="verbatim" lang={contentLang()} key={part.name}>
          {before.get(part.name) ?? part.text}
        </p>
      ))}
      <p className="quiet">
        {[
          outcomeNames[ruling.outcome](),
          ruling.reason && reasonNames[ruling.reason]().toLowerCase(),
          ruling.note,
          ruledBy,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p lang={contentLang()}>{m.moderation_appeal_author({ text: it.appeal.text })}</p>
      <p className="quiet">
        {formatDate(it.appeal.appealedOn)}
        {ruling.judgedElsewhere && ` · ${m.moderation_appeal_yours()}`}
      </p>
      <KeptForm
        kept={`appealDecision:${it.id}`}
        problems={problems}
        busy={busy}
        label={m.moderation_appeals()}
        onSubmit={send}
        onSent={({ outcome }) => onDecided(outcome)}
      >
        <WritingArea
          name="note"
          label={m.moderation_note()}
          help={m.moderation_appeal_note_help()}
          rows={2}
          maxLength={limits["ruling.note"]}
        />
        <Failed because={failed} />
        <div className="cluster">
          <Button primary type="submit" name="outcome" value="RESTORED">
            {m.moderation_restore()}
          </Button>
          <Button type="submit" name="outcome" value="CONFIRMED">
            {m.moderation_confirm()}
          </Button>
        </div>
      </KeptForm>
    </Card>
  );
}
