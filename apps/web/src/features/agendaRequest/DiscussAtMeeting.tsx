import { gql, type TypedDocumentNode } from "@apollo/client";
import { useLazyQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import type { MeetingsToAsk, MeetingsToAskVariables, ReactionSubject } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";

const AskForAgenda = lazy(async () => ({ default: (await import("./AskForAgenda.tsx")).AskForAgenda }));

const query: TypedDocumentNode<MeetingsToAsk, MeetingsToAskVariables> = gql`
  query MeetingsToAsk {
    meetings(first: 20) {
      id
      title
      mayAskForAgenda
    }
  }
`;

interface Props {
  about: { subject: ReactionSubject; id: string; words: string };
}

/** Asks for a key point or a text to be talked about at a meeting to come: which ones, it asks when it is opened. */
export function DiscussAtMeeting({ about }: Props) {
  const [open, setOpen] = useState(false);
  const [ask, { data, loading, error }] = useLazyQuery(query);
  const meetings = data?.meetings.filter(({ mayAskForAgenda }) => mayAskForAgenda) ?? [];
  if (open && meetings.length > 0)
    return (
      <Suspense>
        <AskForAgenda meetings={meetings} about={about} onDone={() => setOpen(false)} />
      </Suspense>
    );
  return (
    <>
      <p className="no-print scripted">
        <Button
          small
          disabled={loading}
          onClick={() => {
            setOpen(true);
            void ask().catch(() => undefined);
          }}
        >
          {m.agendaRequest_discuss()}
        </Button>
      </p>
      <Failed because={error}>{m.agendaRequest_failed()}</Failed>
      {open && data && <Notice live>{m.agendaRequest_no_meeting()}</Notice>}
    </>
  );
}
