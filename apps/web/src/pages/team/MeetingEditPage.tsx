import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { meetingSheet, type MeetingWords, meetingWordsOf, sentMeeting } from "../../features/meeting/fields.tsx";
import { editMeeting } from "../../features/meeting/meeting.mutations.tsx";
import { MeetingForm } from "../../features/meeting/MeetingForm.tsx";
import { sayMeetingProblems } from "../../features/meeting/meetingProblems.ts";
import type { MeetingEditPage, MeetingEditPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { regionsToChoose } from "../../shared/choices.tsx";
import { Button } from "../../ui/Button.tsx";
import { Leave } from "../../ui/Leave.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { meetIn } from "../../features/meeting/meetIn.fragment.tsx";
import { allowed } from "./allowed.ts";

sayMeetingProblems();

const query: TypedDocumentNode<MeetingEditPage, MeetingEditPageVariables> = gql`
  query MeetingEditPage($slug: String!) {
    viewer {
      id
    }
    instance {
      today
    }
    documents {
      id
      slug
      title
    }
    meeting(slug: $slug) {
      id
      ...MeetingSheet @unmask
      viewerCan {
        edit
      }
      group {
        ...MeetIn_group @unmask
      }
    }
    ...RegionsToChoose_query @unmask
  }
  ${meetingSheet}
  ${meetIn}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ meeting, viewer }) => allowed(meeting?.viewerCan.edit, viewer));

/** A meeting that is written again: what it says, when and where it is, whether it is told. */
export function Component() {
  const { meeting: read, documents, regions, instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  const meeting = read!;
  return (
    <Ruled>
      <Leave />
      <PageHead
        title={meeting.title}
        lang={contentLang()}
        tab={m.meetingWriting_edit()}
        kicker={<Link to={paths.meeting(meeting.slug)}>{m.meetingWriting_edit()}</Link>}
      />
      <Row>
        <Editing {...{ meeting, documents, regions }} today={instance.today} key={meeting.id} />
      </Row>
    </Ruled>
  );
}

/** True if what everybody was told of the day, the hour or the place is no more what is written here. */
const hasMoved = (words: MeetingWords, before: MeetingWords) =>
  words.day !== before.day ||
  words.from !== before.from ||
  (before.until !== "" && words.until !== before.until) ||
  words.place.trim() !== before.place;

interface EditingProps extends Pick<MeetingEditPage, "documents" | "regions"> {
  meeting: NonNullable<MeetingEditPage["meeting"]>;
  today: string;
}

function Editing({ meeting, documents, regions, today }: EditingProps) {
  const { id, slug, version, draft, group } = meeting;
  const act = useAct(editMeeting, ["MeetingEditPage"]);
  // The day of what was held may be corrected, to another that is past.
  const wasHeld = !draft && meeting.day < today;
  const [said, setHeld] = useState(false);
  const isHeld = ({ day }: MeetingWords) => (said || wasHeld) && day !== "" && day <= today;
  const navigate = useNavigate();
  const unsaved = use(UnsavedContext);
  const send = async (words: MeetingWords, read: number, asDraft: boolean) => {
    const done = await act.run({
      id,
      version: read,
      draft: asDraft,
      held: isHeld(words),
      reason: words.reason || null,
      fields: sentMeeting(words),
    });
    if (!done) return false;
    unsaved.forget();
    editing.forget();
    void navigate(paths.meeting(slug));
    return true;
  };
  const editing = useEditing({
    id: `meeting ${id}`,
    name: m.meetingWriting_form(),
    version,
    fields: meetingWordsOf(meeting),
    save: (words, _, read) => send(words, read, draft),
  });
  const { mine, edited, undecided } = editing;
  const announced = group.viewerCan.announceMeetings ? (["NATIONAL", "LOCAL"] as const) : (["LOCAL"] as const);
  return (
    <MeetingForm
      {...{ editing, documents, ...act }}
      kinds={draft ? announced : []}
      {...{ regions, within: group.viewerCan.meetIn }}
      objectives={group.objectives}
      moves={!draft && hasMoved(mine, edited.base)}
      held={draft && mine.day !== "" && mine.day <= today ? { value: said, onChange: setHeld } : undefined}
      onSubmit={(form) => !undecided.length && send(mine, edited.version, form.get("draft") === "true")}
      foot={
        <div className="cluster">
          {draft && (
            <Button type="submit" primary name="draft" value="false">
              {isHeld(mine) ? m.meetingWriting_record() : m.meetingWriting_announce()}
            </Button>
          )}
          <Button type="submit" primary={!draft} name="draft" value={String(draft)}>
            {draft ? m.meetingWriting_save_draft() : m.meetingWriting_save()}
          </Button>
        </div>
      }
    />
  );
}
