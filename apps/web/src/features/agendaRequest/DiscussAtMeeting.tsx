import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useLazyQuery } from "@apollo/client/react";
import { meetingsShown } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import type { MeetingsToAsk, MeetingsToAskVariables, ReactionSubject } from "../../graphql/operations.generated.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useRest } from "../../ui/useRest.tsx";

const AskForAgenda = lazy(async () => ({ default: (await import("./AskForAgenda.tsx")).AskForAgenda }));

const query: TypedDocumentNode<MeetingsToAsk, MeetingsToAskVariables> = gql`
  query MeetingsToAsk($after: ID) {
    instance {
      today
    }
    meetings(first: 20, after: $after) {
      id
      title
      startsAt
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
  const client = useApolloClient();
  const begun = data?.meetings.filter(({ startsAt }) => daysUntil(startsAt, data.instance.today) >= 0) ?? [];
  const { rest, control } = useRest({
    begun,
    most: meetingsShown,
    ask: async (after) => (await client.query({ query, variables: { after } })).data?.meetings,
    label: m.meeting_later(),
  });
  const meetings = [...begun, ...rest].filter(({ mayAskForAgenda }) => mayAskForAgenda);
  if (open && meetings.length > 0)
    return (
      <Suspense>
        <AskForAgenda meetings={meetings} about={about} onDone={() => setOpen(false)} more={control} />
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
      <Failed because={error} />
      {open && data && <Notice live>{m.agendaRequest_no_meeting()}</Notice>}
      {open && control}
    </>
  );
}
