import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type {
  FollowMinutes as Data,
  FollowMinutes_own,
  FollowMinutesVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useInstance } from "../../frame/instance.ts";
import { useAct } from "../../ui/useAct.ts";

/** One's own coming, as far as one is told of the minutes. */
export const followsMinutes: TypedDocumentNode<FollowMinutes_own> = gql`
  fragment FollowMinutes_own on OwnAttendance {
    code
    followsMinutes
    meeting {
      id
      minutes {
        id
        state
      }
    }
  }
`;

const followMinutes: TypedDocumentNode<Data, FollowMinutesVariables> = gql`
  mutation FollowMinutes($input: FollowMinutesInput!) {
    followMinutes(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

/** Once they are published, what is left to tell is that somebody who is quoted in them is cited. */
const arePublished = ({ meeting }: FollowMinutes_own) => meeting.minutes?.state === "PUBLISHED";

/** Things that one is told of. */
export const followTitle = (own: FollowMinutes_own) =>
  arePublished(own) ? m.minutes_follow_cited() : m.minutes_follow();

/** Subjects of the mails to come: before one leaves an address, and after. */
function promised({ meeting }: FollowMinutes_own) {
  const state = meeting.minutes?.state;
  if (state === "PUBLISHED") return { help: m.minutes_follow_cited_help(), done: m.minutes_follows_cited() };
  if (state === "IN_REVIEW") return { help: m.minutes_follow_help_review(), done: m.minutes_follows_review() };
  return { help: m.minutes_follow_help(), done: m.minutes_follows() };
}

/** Leaves an address to be told of the minutes, then of a synthesis that cites one's words; or erases the one that was left. */
export function FollowMinutes({ own }: { own: FollowMinutes_own }) {
  const { code, followsMinutes: follows } = own;
  const { help, done } = promised(own);
  const act = useAct(followMinutes, ["MeetingFollowPage"]);
  const { sendsMail } = useInstance();
  if (!sendsMail && !follows) return <Notice>{m.shell_no_mail()}</Notice>;
  const run = (email: string | null) => act.run({ code, email, language: getLocale() });
  return (
    <Form
      label={followTitle(own)}
      problems={act.problems}
      busy={act.busy}
      onSubmit={(fields) => void run(follows ? null : (fields.get("email") as string))}
    >
      {follows ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : (
        <TextField
          name="email"
          type="email"
          label={m.minutes_follow_email()}
          help={help}
          autoComplete="email"
          maxLength={254}
        />
      )}
      <Failed because={act.failed} />
      <p>
        <Button type="submit">{follows ? m.minutes_follow_stop() : m.minutes_follow_send()}</Button>
      </p>
    </Form>
  );
}
