import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { copyOf, meetingSheet, noMeeting, sentMeeting } from "../../features/meeting/fields.tsx";
import { announceMeeting } from "../../features/meeting/meeting.mutations.tsx";
import { MeetingForm } from "../../features/meeting/MeetingForm.tsx";
import { sayMeetingProblems } from "../../features/meeting/meetingProblems.ts";
import type { MeetingNewPage, MeetingNewPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { regionsToChoose } from "../../shared/choices.tsx";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Select } from "../../ui/Field.tsx";
import { keptId } from "../../ui/keptKey.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { editingPlace, useEditing } from "../../ui/useEditing.ts";
import { meetIn } from "../../features/meeting/meetIn.fragment.tsx";
import { contentLang } from "../../i18n/content.ts";
import { allowed } from "./allowed.ts";

sayMeetingProblems();

const query: TypedDocumentNode<MeetingNewPage, MeetingNewPageVariables> = gql`
  query MeetingNewPage($from: String!) {
    instance {
      today
    }
    documents {
      id
      slug
      title
    }
    viewer {
      id
    }
    viewerCan {
      announceMeetings
      launchGroups
    }
    groups {
      id
      slug
      name
      ...MeetIn_group @unmask
    }
    meeting(slug: $from) {
      id
      group {
        id
        slug
      }
      ...MeetingSheet @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${meetingSheet}
  ${meetIn}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { from: new URL(args.request.url).searchParams.get("from") ?? "" }, ({ viewer, viewerCan }) =>
    allowed(viewerCan.announceMeetings, viewer),
  );

/** A meeting to announce, or one taken up again for another date. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const groups = data.groups.filter(({ viewerCan }) => viewerCan.announceMeetings || viewerCan.meetIn?.length !== 0);
  return (
    <Ruled>
      <PageHead
        title={m.meetingWriting_new()}
        kicker={<Link to={paths.meetings()}>{m.meeting_title()}</Link>}
        lead={m.meetingWriting_new_lead()}
      />
      <Row>
        {groups.length > 0 ? (
          <Announcing {...data} groups={groups} />
        ) : (
          <Empty title={m.meetingWriting_no_group()}>
            {data.viewerCan.launchGroups && <ButtonLink to={paths.groupNew()}>{m.launch_title()}</ButtonLink>}
          </Empty>
        )}
      </Row>
    </Ruled>
  );
}

function Announcing({ groups, documents, regions, meeting: before, instance }: MeetingNewPage) {
  const [held, setHeld] = useState(false);
  const [asked] = useSearchParams();
  const [chosen, setChosen] = useState(before?.group.slug ?? asked.get("group") ?? "");
  const group = groups.find(({ slug }) => slug === chosen) ?? groups[0]!;
  const kinds = group.viewerCan.announceMeetings ? (["NATIONAL", "LOCAL"] as const) : (["LOCAL"] as const);
  const id = "meeting new";
  const key = useRef<string>(undefined);
  const place = asked.get("territory") ?? "";
  const within = group.viewerCan.meetIn;
  // One is led here from the page of a territory: a meeting there, where one may hold it.
  const there = place !== "" && (within === null || within.some(({ slug }) => slug === place));
  const [words] = useState(() =>
    before
      ? copyOf(before)
      : { ...noMeeting, ...(there ? { kind: "LOCAL" as const, territory: place } : { kind: kinds[0] }) },
  );
  const navigate = useNavigate();
  const act = useAct(announceMeeting);
  const unsaved = use(UnsavedContext);
  // A meeting of today may be over too: the API knows the hour.
  const isPast = ({ day }: typeof words) => day !== "" && day <= instance.today;
  const send = async (fields: typeof words, draft: boolean) => {
    // Refused: that of another group.
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptId(editingPlace(id), { group: group.slug });
    const done = await act.run({
      key: key.current,
      group: group.slug,
      draft,
      held: held && isPast(fields),
      fields: sentMeeting(fields),
    });
    const slug = done?.meeting?.slug;
    if (!slug) return false;
    unsaved.forget();
    editing.forget();
    void navigate(paths.meeting(slug));
    return true;
  };
  const editing = useEditing({
    id,
    name: m.meetingWriting_new(),
    version: 0,
    fields: words,
    save: (fields) => send(fields, true),
  });
  return (
    <>
      {before && <Notice>{m.meetingWriting_copy_of({ title: before.title })}</Notice>}
      <MeetingForm
        {...{ editing, kinds, documents, ...act }}
        {...{ regions, within: group.viewerCan.meetIn }}
        objectives={group.objectives}
        held={isPast(editing.mine) ? { value: held, onChange: setHeld } : undefined}
        onSubmit={(form) => send(editing.mine, form.get("draft") === "true")}
        head={
          groups.length > 1 && (
            <Select
              name="group"
              label={m.meetingWriting_field_group()}
              value={group.slug}
              onChange={({ currentTarget: { value } }) => {
                setChosen(value);
                editing.set({ objectives: [] });
              }}
            >
              {groups.map(({ slug, name }) => (
                <option lang={contentLang()} value={slug} key={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )
        }
        foot={
          <>
            <p className="quiet">{m.meetingWriting_draft_note()}</p>
            <div className="cluster">
              <Button type="submit" primary name="draft" value="false">
                {held && isPast(editing.mine) ? m.meetingWriting_record() : m.meetingWriting_announce()}
              </Button>
              <Button type="submit" name="draft" value="true">
                {m.meetingWriting_keep_draft()}
              </Button>
            </div>
          </>
        }
      />
    </>
  );
}
