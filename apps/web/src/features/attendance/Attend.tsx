import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { Attend as Attended, AttendFields_meeting, AttendVariables } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { paths } from "../../paths.ts";
import { keepLink, useOwnAttendance } from "../../shared/ownLinks.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { AttendFields, saidIn } from "./AttendFields.tsx";

alsoSay({ ALREADY_COMING: m.problem_ALREADY_COMING, NOT_NOW: m.problem_NOT_NOW });

const attend: TypedDocumentNode<Attended, AttendVariables> = gql`
  mutation Attend($input: AttendInput!) {
    attend(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

/** « Je viens », without an account: the private link is kept on this device. */
export function Attend({ meeting }: { meeting: AttendFields_meeting }) {
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const act = useAct(attend);
  const [missing, setMissing] = useState<Problem[]>([]);
  const { sendsMail } = useInstance();
  const known = useOwnAttendance(meeting.id);
  const kept = `attend:${meeting.id}`;
  const send = async (fields: FormData) => {
    const lacks = !fields.get("channel");
    setMissing(lacks ? [{ code: "REQUIRED", field: "channel" }] : []);
    if (lacks) return;
    const email = (fields.get("email") as string | null)?.trim() || null;
    const input = { meetingId: meeting.id, said: saidIn(fields), email, language: getLocale() };
    key.current ??= keptKey(kept, input);
    const done = await act.run({ key: key.current, ...input });
    if (!done?.own) return;
    await keepLink("attendances", { subjectId: meeting.id, code: done.own.code });
    forgetKept(kept);
    void navigate(paths.meetingFollow(done.own.code), { state: { sent: true } });
  };
  return (
    <>
      {known && (
        <Notice>
          <p>{m.attendance_known()}</p>
          <More to={paths.meetingFollow(known)}>{m.attendance_known_go()}</More>
        </Notice>
      )}
      <Form problems={[...missing, ...act.problems]} busy={act.busy} onSubmit={send} label={m.attendance_come()}>
        <AttendFields meeting={meeting}>
          {sendsMail && (
            <TextField
              name="email"
              type="email"
              label={m.attendance_email()}
              help={m.attendance_email_help()}
              optional
              autoComplete="email"
              maxLength={254}
            />
          )}
        </AttendFields>
        <KeptFields name={kept} />
        <Failed because={act.failed} />
        <p>
          <Button type="submit" primary disabled={act.busy}>
            {m.attendance_come()}
          </Button>
        </p>
      </Form>
    </>
  );
}
