import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { Definition } from "@cahier/schema/questionnaire/definition";
import { useEffect, useRef, useState } from "react";
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Entering } from "../../features/paper/Entering.tsx";
import { PaperEntries, entryName } from "../../features/paper/PaperEntries.tsx";
import { HandOver, Slips } from "../../features/paper/HandOver.tsx";
import { QueuePanel } from "../../features/paper/QueuePanel.tsx";
import { Settle } from "../../features/paper/Settle.tsx";
import type { Waiting } from "../../features/paper/unsent.ts";
import { useQueue } from "../../features/paper/useQueue.ts";
import { WithdrawPaperEntry } from "../../features/paper/WithdrawPaperEntry.tsx";
import { territoriesOf } from "../../features/paper/typed.ts";
import type { PaperPage, PaperPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionsOfForm } from "../../features/questionnaire/fields/regions.tsx";

const query: TypedDocumentNode<PaperPage, PaperPageVariables> = gql`
  query PaperPage($slug: String!, $again: ID!) {
    viewer {
      id
    }
    instance {
      today
    }
    territories(kind: REGION) {
      ...TerritoryField_region @unmask
    }
    paperDesk(slug: $slug) {
      id
      questionnaire {
        id
        slug
        number
        title
        state
        anonymous
        closesAt
        paperUntil
        pausedReason
      }
      editions {
        revision
        printedUntil
        definition
      }
      meetings {
        id
        title
        place
      }
      entry(id: $again) {
        id
        channel
        batch
        sheetNumber
        peopleCount
        questionnaireRevision
        viewerCan {
          enterAgain
        }
        ...Settle_entry @unmask
      }
      ...PaperEntries_paperDesk @unmask
    }
  }
  ${PaperEntries.fragment}
  ${Settle.fragment}
  ${regionsOfForm}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { slug: args.params.slug ?? "", again: new URL(args.request.url).searchParams.get("again") ?? "" },
    "paperDesk",
  );

/** From a sheet to the report of a meeting nothing is asked: it has to work without a network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname ||
  currentUrl.searchParams.get("again") !== nextUrl.searchParams.get("again");

type Data = PaperPage & { paperDesk: NonNullable<PaperPage["paperDesk"]>; viewer: NonNullable<PaperPage["viewer"]> };

/** Sheets of paper and reports of meetings, typed in by keyboard alone, with or without a network. */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data as Data;
  return <Desk data={data} key={`${data.viewer.id} ${data.paperDesk.id}`} />;
}

function Desk({ data: { viewer, instance, territories, paperDesk: desk } }: { data: Data }) {
  const { questionnaire, entry: chosen, meetings } = desk;
  const { slug, number, title, state, closesAt, paperUntil, pausedReason } = questionnaire;
  const search = useSearchParams()[0];
  const { queue, ...queued } = useQueue(viewer.id);
  const [mending, setMending] = useState<Waiting | null>(null);
  const [begun, setBegun] = useState(false);
  useFresh(queued.sent);
  const editions = desk.editions.map((edition) => ({ ...edition, definition: edition.definition as Definition }));
  const again = search.get("again") ? chosen : null;
  const edition = editions.find(({ revision }) => revision === again?.questionnaireRevision) ?? editions[0]!;
  const meeting = search.get("mode") === "meeting";
  const kind = again ? "AGAIN" : meeting ? "MEETING" : "SHEET";
  const untilDay = new Date(new Date(paperUntil).getTime() - 1).toISOString();
  const late = state === "CLOSED" && instance.today > untilDay.slice(0, 10);
  const open = state === "OPEN" || (state === "CLOSED" && !late);
  const closedOn = closesAt.slice(0, 10);

  if (search.get("slips") !== null)
    return (
      <Ruled>
        <PageHead title={m.paper_hand_over()}>
          <div className="cluster no-print">
            <PrintButton />
            <More to={paths.paper(slug)} icon={null}>
              {m.paper_to_entry()}
            </More>
          </div>
          {queued.handedOver.length > 0 ? <Slips handedOver={queued.handedOver} /> : <p>{m.paper_hand_over_none()}</p>}
        </PageHead>
      </Ruled>
    );

  return (
    <Ruled>
      <PageHead
        margin={m.questionnaire_number({ number })}
        note={open ? m.paper_until({ date: formatDate(untilDay) }) : undefined}
        kicker={<span lang={contentLang()}>{title}</span>}
        title={
          again ? m.paper_again_title({ name: entryName(again) }) : meeting ? m.paper_report() : m.paper_to_entry()
        }
        tab={m.paper_to_entry()}
      >
        <nav className="cluster no-print" aria-label={m.paper_title()}>
          {kind !== "SHEET" && (
            <More to={paths.paper(slug)} icon={null}>
              {m.paper_to_entry()}
            </More>
          )}
          {kind !== "MEETING" && (
            <More to={paths.paper(slug, { mode: "meeting" })} icon={null}>
              {m.paper_report()}
            </More>
          )}
          <More to={paths.paperSheets(slug)} icon={null}>
            {m.paper_to_sheets()}
          </More>
        </nav>
        <div className="no-print">
          <QueuePanel
            queue={queue}
            {...queued}
            mendable={!begun}
            onMend={setMending}
            definitionOf={({ questionnaireId, written }) =>
              questionnaireId === questionnaire.id
                ? editions.find(({ revision }) => revision === written.revision)?.definition
                : undefined
            }
          />
        </div>
      </PageHead>
      <Row {...((open || again) && { margin: m.paper_one_line(), note: m.paper_keys() })}>
        {!open && (
          <Notice tone="warn">
            {late
              ? m.paper_too_late({ date: formatDate(untilDay) })
              : state === "PAUSED"
                ? m.paper_paused({ reason: pausedReason ?? "" })
                : m.paper_not_open()}
          </Notice>
        )}
        {again && !again.viewerCan.enterAgain ? (
          <Settle
            entry={again}
            definition={edition.definition}
            territories={territoriesOf(territories)}
            today={instance.today}
          />
        ) : (
          (open || again) && (
            <Entering
              {...{ queue, questionnaire, kind, editions, meetings, mending }}
              personId={viewer.id}
              regions={territories}
              today={instance.today}
              heldAt={search.get("of")}
              receivedOn={closedOn < instance.today ? closedOn : instance.today}
              again={again ? { id: again.id, name: entryName(again), revision: edition.revision } : undefined}
              onBegun={setBegun}
              onKept={() => setMending(null)}
              key={`${kind} ${again?.id ?? ""}`}
            />
          )
        )}
      </Row>
      <HandOver queue={queue} handedOver={queued.handedOver} slug={slug} />
      <Row heading={m.paper_entered()} noPrint>
        <PaperEntries desk={desk} slug={slug} />
      </Row>
      <Row heading={m.paper_author()} noPrint>
        <WithdrawPaperEntry questionnaireId={questionnaire.id} />
      </Row>
    </Ruled>
  );
}

/** Refetches the list of entries once something left. */
function useFresh(sent: number) {
  const client = useApolloClient();
  const before = useRef(sent);
  useEffect(() => {
    if (before.current === sent) return;
    before.current = sent;
    void client.refetchQueries({ include: [query] }).catch(() => undefined);
  }, [client, sent]);
}
