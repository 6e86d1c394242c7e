import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { numberFrom } from "@cahier/schema/typed";
import { useState } from "react";
import type {
  AgendaRequests_meeting,
  JudgeAgendaRequest,
  JudgeAgendaRequestVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { contentLang } from "../../i18n/content.ts";

const judge: TypedDocumentNode<JudgeAgendaRequest, JudgeAgendaRequestVariables> = gql`
  mutation JudgeAgendaRequest($input: JudgeAgendaRequestInput!) {
    judgeAgendaRequest(input: $input) {
      ...Form_outcome @unmask
      request {
        id
        state
        reason
        pointId
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  request: AgendaRequests_meeting["agendaRequests"][number];
  points: AgendaRequests_meeting["agenda"];
}

/** Takes a request, under a point or as a new one, or leaves it and says why. */
export function JudgeRequest({ request: { id, text, state }, points }: Props) {
  const act = useAct(judge, ["MeetingPage"]);
  const [asked, setAsked] = useState<"take" | "leave">();
  const [point, setPoint] = useState("");
  const send = (fields: FormData) => {
    const take = asked === "take";
    const minutes = numberFrom((fields.get("minutes") as string | null) ?? "") || 0;
    const reason = fields.get("reason") as string | null;
    return act.run({ id, take, pointId: point || null, minutes: take && !point ? minutes : null, reason });
  };
  if (!asked)
    return (
      <div className="cluster">
        <Button small onClick={() => setAsked("take")} aria-label={m.agendaRequest_take_this({ text })}>
          {m.agendaRequest_take()}
        </Button>
        {state !== "LEFT" && (
          <Button small onClick={() => setAsked("leave")} aria-label={m.agendaRequest_leave_this({ text })}>
            {m.agendaRequest_leave()}
          </Button>
        )}
      </div>
    );
  return (
    <Card>
      <KeptForm
        kept={`agendaAnswer:${id}:${asked}`}
        problems={act.problems}
        busy={act.busy}
        label={asked === "take" ? m.agendaRequest_take_this({ text }) : m.agendaRequest_leave_this({ text })}
        onSubmit={send}
        onSent={() => setAsked(undefined)}
      >
        {asked === "take" ? (
          <>
            <Select
              name="pointId"
              label={m.agendaRequest_point()}
              value={point}
              onChange={({ currentTarget: { value } }) => setPoint(value)}
            >
              <option value="">{m.agendaRequest_point_new()}</option>
              {points.map((one) => (
                <option lang={contentLang()} value={one.id} key={one.id}>
                  {one.title}
                </option>
              ))}
            </Select>
            {!point && (
              <TextField
                name="minutes"
                label={m.agendaRequest_minutes()}
                inputMode="numeric"
                maxLength={3}
                defaultValue="10"
              />
            )}
          </>
        ) : (
          <WritingArea
            name="reason"
            label={m.agendaRequest_reason()}
            help={m.agendaRequest_reason_help()}
            rows={2}
            maxLength={limits["meeting.reason"]}
          />
        )}
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit">{asked === "take" ? m.agendaRequest_take_sure() : m.agendaRequest_leave_sure()}</Button>
          <Button onClick={() => setAsked(undefined)}>{m.reaction_cancel()}</Button>
        </div>
      </KeptForm>
    </Card>
  );
}
