import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type {
  ChangeAttendance,
  ChangeAttendanceVariables,
  ConfirmAttendance,
  ConfirmAttendanceVariables,
  OwnComing_own,
  WithdrawAttendance,
  WithdrawAttendanceVariables,
} from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { attendFields, AttendFields, saidIn } from "./AttendFields.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

/** One's own coming, as its private link shows it. */
export const ownComing: TypedDocumentNode<OwnComing_own> = gql`
  fragment OwnComing_own on OwnAttendance {
    code
    name
    channel
    relayRoom
    needs
    needsMore
    waiting
    before
    toConfirm
    withdrawn
    hasAddress
    territory {
      id
      slug
    }
    meeting {
      id
      mayAttend
      ...AttendFields_meeting @unmask
    }
  }
  ${attendFields}
`;

const changeAttendance: TypedDocumentNode<ChangeAttendance, ChangeAttendanceVariables> = gql`
  mutation ChangeAttendance($input: ChangeAttendanceInput!) {
    changeAttendance(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

const withdrawAttendance: TypedDocumentNode<WithdrawAttendance, WithdrawAttendanceVariables> = gql`
  mutation WithdrawAttendance($input: WithdrawAttendanceInput!) {
    withdrawAttendance(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

const confirmAttendance: TypedDocumentNode<ConfirmAttendance, ConfirmAttendanceVariables> = gql`
  mutation ConfirmAttendance($input: ConfirmAttendanceInput!) {
    confirmAttendance(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

const again = ["MeetingFollowPage"];

/** The standing of one who comes: a seat, a place in the line, or to be said again. */
export function Standing({ own }: { own: OwnComing_own }) {
  const confirm = useAct(confirmAttendance, again);
  const { mayAttend } = own.meeting;
  if (own.withdrawn) return <Notice tone="done">{mayAttend ? m.attendance_withdrawn() : m.attendance_erased()}</Notice>;
  if (!mayAttend) return <Notice tone="warn">{m.attendance_over()}</Notice>;
  return (
    <>
      <Notice tone={own.waiting ? "warn" : "done"} live>
        {own.waiting ? m.attendance_you_wait({ count: own.before ?? 0 }) : m.attendance_you_come()}
      </Notice>
      {own.toConfirm && (
        <Form
          problems={confirm.problems}
          busy={confirm.busy}
          label={m.attendance_confirm()}
          onSubmit={() => confirm.run({ code: own.code })}
        >
          <Notice tone="warn">{m.attendance_confirm_lead()}</Notice>
          <Failed because={confirm.failed} />
          <Button type="submit" primary>
            {m.attendance_confirm()}
          </Button>
        </Form>
      )}
    </>
  );
}

/** The answers given, to be changed. */
export function ChangeComing({ own }: { own: OwnComing_own }) {
  const act = useAct(changeAttendance, again);
  const { sendsMail } = useInstance();
  const send = async (fields: FormData) => {
    const typed = (fields.get("email") as string | null)?.trim();
    // An address that was left is never shown: nothing typed keeps it, and a tick erases it.
    const email = fields.get("forget") ? { email: null } : typed ? { email: typed } : {};
    await act.run({ code: own.code, said: saidIn(fields), ...email, language: getLocale() });
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send} label={m.attendance_change()}>
      <AttendFields meeting={own.meeting} before={own} />
      {sendsMail && (
        <TextField
          name="email"
          type="email"
          label={own.hasAddress ? m.attendance_email_other() : m.attendance_email()}
          help={m.attendance_email_help()}
          optional
          autoComplete="email"
          maxLength={254}
        />
      )}
      {own.hasAddress && (
        <label>
          <input type="checkbox" name="forget" value="yes" /> {m.attendance_email_forget()}
        </label>
      )}
      <Failed because={act.failed} />
      {act.done && (
        <Notice tone="done" live>
          {m.attendance_changed()}
        </Notice>
      )}
      <p>
        <Button type="submit" disabled={act.busy}>
          {m.attendance_change()}
        </Button>
      </p>
    </Form>
  );
}

/** Takes one's coming back; once the meeting began, erases what one had said. */
export function WithdrawComing({ own }: { own: OwnComing_own }) {
  const act = useAct(withdrawAttendance, again);
  const { mayAttend } = own.meeting;
  return (
    <TakeBack
      act={act}
      label={withdrawTitle(own)}
      warning={mayAttend ? m.attendance_withdraw_warning() : m.attendance_erase_warning()}
      sure={mayAttend ? m.attendance_withdraw_sure() : m.attendance_erase_sure()}
      onTakeBack={() => act.run({ code: own.code })}
    />
  );
}

/** Title of the act of taking one's coming back, before the meeting and after. */
export const withdrawTitle = ({ meeting }: OwnComing_own) =>
  meeting.mayAttend ? m.attendance_withdraw() : m.attendance_erase();
