import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef, useState } from "react";
import { Link } from "react-router-dom";
import type {
  AskForAgenda as Asked,
  AskForAgendaVariables,
  ReactionSubject,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { keepLink } from "../../shared/ownLinks.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { contentLang } from "../../i18n/content.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const ask: TypedDocumentNode<Asked, AskForAgendaVariables> = gql`
  mutation AskForAgenda($input: AskForAgendaInput!) {
    askForAgenda(input: $input) {
      ...Form_outcome @unmask
      held
      own {
        code
        request {
          id
        }
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  /** Meetings it may be asked for: a choice is offered where there are several. */
  meetings: readonly { id: string; title: string }[];
  /** The thing it is about, and its words to begin with. */
  about?: { subject: ReactionSubject; id: string; words: string };
  /** Brings other meetings. */
  more?: ReactNode;
  onDone: () => void;
}

/** Asks for something to be talked about at a meeting: a line, and a name if one wishes. */
export function AskForAgenda({ meetings, about, more, onDone }: Props) {
  const key = useRef<string>(undefined);
  const act = useAct(ask, ["MeetingPage"]);
  const [sent, setSent] = useState<{ held: boolean; code?: string }>();
  const kept = `agenda:${about?.id ?? meetings[0]!.id}`;
  const send = async (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null)?.trim() ?? "";
    const meetingId = value("meetingId") || meetings[0]!.id;
    const input = {
      meetingId,
      text: value("text"),
      authorName: value("authorName") || null,
      subject: about?.subject ?? null,
      subjectId: about?.id ?? null,
    };
    key.current ??= keptKey(kept, input);
    const done = await act.run({ key: key.current, ...input });
    if (!done) return;
    key.current = undefined;
    const { own } = done;
    if (own) await keepLink("agendaRequests", { subjectId: meetingId, code: own.code, id: own.request.id });
    forgetKept(kept);
    setSent({ held: !!done.held, code: own?.code });
  };
  if (sent)
    return (
      <Notice tone="done" live>
        <p>{sent.held ? m.agendaRequest_held() : m.agendaRequest_sent()}</p>
        {sent.code && (
          <p>
            <Link to={paths.meetingFollow(sent.code)}>{m.agendaRequest_own_link()}</Link>
          </p>
        )}
      </Notice>
    );
  return (
    <Card>
      <Form
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) => void send(fields)}
        label={m.agendaRequest_ask()}
      >
        {meetings.length > 1 && (
          <Select name="meetingId" label={m.agendaRequest_meeting()}>
            {meetings.map(({ id, title }) => (
              <option lang={contentLang()} value={id} key={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
        {more}
        <TextField
          name="text"
          label={m.agendaRequest_text()}
          help={m.agendaRequest_text_help()}
          maxLength={limits["agendaRequest.text"]}
          defaultValue={about?.words.slice(0, limits["agendaRequest.text"])}
        />
        <TextField
          name="authorName"
          label={m.agendaRequest_name()}
          optional
          maxLength={limits["reaction.authorName"]}
        />
        <KeptFields name={kept} />
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit" primary>
            {m.agendaRequest_send()}
          </Button>
          <Button onClick={onDone}>{m.reaction_cancel()}</Button>
        </div>
        <HiddenField />
      </Form>
    </Card>
  );
}
