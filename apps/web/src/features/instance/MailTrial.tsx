import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { MailTrouble, TryMail, TryMailVariables } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";

const tryMail: TypedDocumentNode<TryMail, TryMailVariables> = gql`
  mutation TryMail($input: TryMailInput!) {
    tryMail(input: $input) {
      ...Form_outcome @unmask
      trial {
        sent
        trouble
        cause
        seconds
        at
      }
    }
  }
  ${Form.fragment}
`;

const causes: Record<MailTrouble, (told: { trouble: string }) => string> = {
  UNKNOWN_HOST: m.instance_trial_UNKNOWN_HOST,
  NO_CONNECTION: m.instance_trial_NO_CONNECTION,
  TIMED_OUT: m.instance_trial_TIMED_OUT,
  NOT_SIGNED_IN: m.instance_trial_NOT_SIGNED_IN,
  NOT_SAFE: m.instance_trial_NOT_SAFE,
  REFUSED: m.instance_trial_REFUSED,
  OTHER: m.instance_trial_OTHER,
};

/** An actual mail to oneself, and what came of it. `save` keeps what is typed first: the sender may be new. */
export function MailTrial({ save }: { save: () => Promise<boolean> }) {
  const { run, busy, failed, answer, problems } = useAct(tryMail, ["InstancePage"]);
  const trial = busy ? null : answer?.trial;
  const refused = problems.map(problemSentence).join(" ");
  const wrong =
    refused ||
    (failed && m.instance_trial_failed()) ||
    (trial && !trial.sent && causes[trial.cause ?? "OTHER"]({ trouble: trial.trouble ?? "" }));
  const tryIt = async () => {
    if (await save()) await run({ to: null });
  };
  return (
    <div className="flow">
      <div className="cluster">
        <Button disabled={busy} onClick={() => void tryIt()}>
          {m.instance_trial()}
        </Button>
        <output>
          {busy && m.instance_trial_sending()}
          {trial?.sent && (
            <>
              <Icon name="tick" size={18} />{" "}
              {m.instance_trial_sent({ time: formatDate(trial.at, "clock"), seconds: trial.seconds })}
            </>
          )}
        </output>
      </div>
      {!busy && wrong && (
        <Notice tone="warn" live>
          {wrong}
        </Notice>
      )}
    </div>
  );
}
