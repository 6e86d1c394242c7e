import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MeetingActs_meeting } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { cancelMeeting, removeMeeting, resumeMeeting } from "./meeting.mutations.tsx";
import { sayMeetingProblems } from "./meetingProblems.ts";

sayMeetingProblems();

const fragment: TypedDocumentNode<MeetingActs_meeting> = gql`
  fragment MeetingActs_meeting on Meeting {
    id
    slug
    version
    viewerCan {
      edit
      cancel
      resume
      remove
    }
  }
`;

/** Acts open to the keepers of a meeting: edit, cancel, hold after all, use again, remove a draft. */
export function MeetingActs({ meeting }: { meeting: FragmentType<MeetingActs_meeting> }) {
  const { data } = useSuspenseFragment({ fragment, from: meeting });
  const { id, slug, version, viewerCan: can } = data;
  const [asked, setAsked] = useState<"cancel" | "remove" | null>(null);
  const navigate = useNavigate();
  const cancel = useAct(cancelMeeting, ["MeetingPage"]);
  const resume = useAct(resumeMeeting, ["MeetingPage"]);
  const remove = useAct(removeMeeting);
  return (
    <>
      <div className="cluster">
        <ButtonLink to={paths.meetingEdit(slug)}>{m.meetingWriting_edit()}</ButtonLink>
        <ButtonLink to={paths.meetingNew({ from: slug })}>{m.meetingWriting_duplicate()}</ButtonLink>
        {can.resume && (
          <Button disabled={resume.busy} onClick={() => void resume.run({ id, version })}>
            {m.meetingWriting_resume()}
          </Button>
        )}
        {can.cancel && <Button onClick={() => setAsked("cancel")}>{m.meetingWriting_cancel()}</Button>}
        {can.remove && <Button onClick={() => setAsked("remove")}>{m.meetingWriting_remove()}</Button>}
      </div>
      <Form problems={resume.problems} onSubmit={() => undefined}>
        <Failed because={resume.failed} />
      </Form>
      {asked === "cancel" && can.cancel && (
        <KeptForm
          kept={`meetingCancel:${id}`}
          problems={cancel.problems}
          busy={cancel.busy}
          label={m.meetingWriting_cancel()}
          onSubmit={(form) => cancel.run({ id, version, reason: (form.get("reason") as string | null) ?? "" })}
          onSent={() => setAsked(null)}
        >
          <WritingArea
            name="reason"
            label={m.meetingWriting_cancel_reason()}
            help={m.meetingWriting_cancel_help()}
            rows={2}
            maxLength={limits["meeting.reason"]}
          />
          <Failed because={cancel.failed} />
          <Ask sure={m.meetingWriting_cancel_sure()} onLeave={() => setAsked(null)} />
        </KeptForm>
      )}
      {asked === "remove" && can.remove && (
        <Form
          problems={remove.problems}
          busy={remove.busy}
          label={m.meetingWriting_remove()}
          onSubmit={async () => {
            if (await remove.run({ id, version })) void navigate(paths.meetings());
          }}
        >
          <Notice tone="warn" live>
            {m.meetingWriting_remove_warning()}
          </Notice>
          <Failed because={remove.failed} />
          <Ask sure={m.meetingWriting_remove_sure()} onLeave={() => setAsked(null)} />
        </Form>
      )}
    </>
  );
}

MeetingActs.fragment = fragment;

const Ask = ({ sure, onLeave }: { sure: string; onLeave: () => void }) => (
  <div className="cluster">
    <Button type="submit">{sure}</Button>
    <Button onClick={onLeave}>{m.reaction_cancel()}</Button>
  </div>
);
