import { gql, type TypedDocumentNode } from "@apollo/client";
import { mostBlocks } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { BlockForm } from "../../features/minutes/BlockForm.tsx";
import { Corrections } from "../../features/minutes/Corrections.tsx";
import { minutesDesk, sayMinutesProblems } from "../../features/minutes/minutes.mutations.tsx";
import { MinutesHead } from "../../features/minutes/MinutesHead.tsx";
import { Quoted, quotedComer } from "../../features/minutes/Quoted.tsx";
import { PasteBlocks } from "../../features/minutes/PasteBlocks.tsx";
import { ActionFollowed, BeginMinutes, Errata, NextStep, RemoveMinutes } from "../../features/minutes/MinutesSteps.tsx";
import type { MinutesWritePage, MinutesWritePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { Row, Ruled } from "../../ui/Ruled.tsx";
import { MeetingHead } from "../../features/meeting/MeetingHead.tsx";
import { allowed } from "./allowed.ts";

sayMinutesProblems();

const query: TypedDocumentNode<MinutesWritePage, MinutesWritePageVariables> = gql`
  query MinutesWritePage($slug: String!) {
    instance {
      today
    }
    viewer {
      id
    }
    meeting(slug: $slug) {
      id
      slug
      title
      startsAt
      viewerCan {
        writeMinutes
      }
      comers {
        ...Quoted_comer @unmask
      }
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${minutesDesk}
  ${quotedComer}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ meeting, viewer }) =>
    allowed(meeting?.viewerCan.writeMinutes, viewer),
  );

/** Minutes written, given to be read over, corrected, published, then set right beside. */
export function Component() {
  const { instance, meeting: found } = useReadQuery(useLoaderData<typeof loader>()).data;
  const meeting = found!;
  const { id, title, minutes, comers } = meeting;
  const isPublished = minutes?.state === "PUBLISHED";
  const actions = minutes?.blocks.filter(({ kind }) => kind === "ACTION") ?? [];
  return (
    <Ruled>
      <MeetingHead
        meeting={meeting}
        title={isPublished ? m.minutes_afterwards() : m.minutes_write()}
        tab={m.minutes_write_title({ title })}
      />
      {!minutes ? (
        <Row>
          <BeginMinutes meetingId={id} />
        </Row>
      ) : (
        <>
          {minutes.corrections.length > 0 && (
            <Row
              heading={m.minutes_corrections()}
              margin={m.minutes_corrections_open({
                count: minutes.corrections.filter(({ state }) => state === "OPEN").length,
              })}
            >
              <Corrections minutes={minutes} />
            </Row>
          )}
          {!isPublished && (
            <>
              <Row id="facts" heading={m.minutes_head()}>
                <MinutesHead key={minutes.id} minutes={minutes} />
              </Row>
              {minutes.blocks.length > 0 && (
                <Row id="blocks" heading={m.minutes_blocks()} note={m.minutes_blocks_note()}>
                  <ol className="flow">
                    {minutes.blocks.map((block) => (
                      <li key={block.id} className="flow">
                        <BlockForm minutesId={minutes.id} block={block} isDraft={minutes.state === "DRAFT"} />
                        {block.kind === "QUOTE" && <Quoted block={block} comers={comers} />}
                      </li>
                    ))}
                  </ol>
                </Row>
              )}
              <Row id={minutes.blocks.length > 0 ? undefined : "blocks"} heading={m.minutes_block_new()}>
                <BlockForm minutesId={minutes.id} block={null} />
              </Row>
              <Row heading={m.minutes_paste()} note={m.minutes_paste_note()}>
                <PasteBlocks minutesId={minutes.id} room={mostBlocks - minutes.blocks.length} />
              </Row>
            </>
          )}
          <Row heading={m.minutes_next()}>
            <NextStep minutes={minutes} today={instance.today} />
            {minutes.state === "DRAFT" && minutes.blocks.every(({ text }) => text === "") && (
              <RemoveMinutes minutes={minutes} slug={meeting.slug} />
            )}
          </Row>
          {isPublished && actions.length > 0 && (
            <Row heading={m.meeting_actions()}>
              {actions.map((block) => (
                <ActionFollowed block={block} key={block.id} />
              ))}
            </Row>
          )}
          {isPublished && (
            <Row heading={m.minutes_errata()}>
              <Errata minutes={minutes} />
            </Row>
          )}
        </>
      )}
    </Ruled>
  );
}
