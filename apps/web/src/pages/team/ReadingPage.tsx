import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Method } from "../../features/reading/Method.tsx";
import { Evening } from "../../features/reading/Evening.tsx";
import { Unsent } from "../../features/reading/evening/Unsent.tsx";
import { readingFilter, useReadingSearch } from "../../features/reading/filter.ts";
import { SynthesisRow } from "../../features/synthesisWriting/SynthesisRow.tsx";
import { Queue } from "../../features/reading/Queue.tsx";
import { Shortcuts } from "../../features/reading/keys/Shortcuts.tsx";
import type { ReadingPage, ReadingPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { channelNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { GroupChoice } from "../../shared/GroupChoice.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionChoice, objectiveChoice } from "../../shared/choices.tsx";
import { told } from "../../shared/counted.ts";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<ReadingPage, ReadingPageVariables> = gql`
  query ReadingPage($filter: ReadingFilter, $after: String, $group: String) {
    readingDesk {
      toRead(filter: $filter)
      responsesToRead(filter: $filter)
      evening(filter: $filter) {
        ...Evening_evening @unmask
      }
      read
      marked
      cited
      withoutFollowUp
      secondReadings
      keptForTwo
      received
      minutesBlocks
      questions {
        id
        code
        label
      }
      queue(filter: $filter, after: $after) {
        ...Queue_contributions @unmask
      }
      nearTexts(filter: $filter, after: $after) {
        ...Queue_nearTexts @unmask
      }
    }
    groups {
      ...GroupChoice_group @unmask
    }
    group(slug: $group) {
      id
      objectives {
        ...ObjectiveChoice_objective @unmask
        ...SynthesisRow_objective
      }
    }
    territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
    drafts: proposals(filter: { states: [DRAFT] }, first: 12) {
      ...ReadingPage_proposals @unmask
    }
    open: proposals(filter: { states: [OPEN] }, first: 12) {
      ...ReadingPage_proposals @unmask
    }
  }
  fragment ReadingPage_proposals on ProposalConnection {
    nodes {
      id
      slug
      number
      title
    }
    pageInfo {
      hasNextPage
    }
  }
  ${Queue.fragment}
  ${Queue.nearTexts}
  ${Evening.fragment}
  ${SynthesisRow.fragment}
  ${GroupChoice.fragment}
  ${regionChoice}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const chosen = new URL(args.request.url).searchParams;
  return preload(args, query, {
    filter: readingFilter(chosen),
    after: chosen.get("after"),
    group: chosen.get("group"),
  });
};

/** Reading desk: texts a rapporteur has to read, and their progress. */
export function Component() {
  const { readingDesk, groups, group, territories, drafts, open } = useReadQuery(useLoaderData<typeof loader>()).data;
  const search = useReadingSearch();
  const first = readingDesk.queue.nodes[0];
  const minutes = new URLSearchParams(search).get("only") === "minutes";
  return (
    <Ruled>
      <PageHead
        margin={leftIn(readingDesk)}
        note={m.reading_coverage({ read: readingDesk.read, marked: readingDesk.marked, cited: readingDesk.cited })}
        title={m.reading_title()}
        lead={m.reading_lead()}
      >
        <GroupChoice groups={groups} chosen={group} />
        <div className="cluster">
          {first && (
            <ButtonLink primary to={paths.readingText(first.id) + search}>
              {m.reading_start()} <Icon name="arrow" />
            </ButtonLink>
          )}
          <ButtonLink to={paths.readingKeyPoints()}>{m.keyPointWriting_link()}</ButtonLink>
        </div>
        <Unsent />
        <Evening evening={readingDesk.evening} />
        <Waiting readingDesk={readingDesk} />
      </PageHead>
      <Row
        heading={m.reading_queue()}
        margin={minutes ? m.reading_minutes_order() : m.reading_order()}
        note={minutes ? m.reading_minutes_order_why() : m.reading_order_why()}
      >
        <Filters label={m.reading_queue()}>
          <FilterSelect
            name="objective"
            label={m.reading_objective()}
            all={m.reading_all_objectives()}
            options={(group?.objectives ?? []).map(({ slug, number, name }) => ({
              value: slug,
              label: `${number}. ${name}`,
              lang: contentLang(),
            }))}
          />
          <FilterSelect
            name="question"
            label={m.reading_question()}
            all={m.reading_all_questions()}
            options={readingDesk.questions.map(({ id, code, label }) => ({
              value: id,
              label: `${code} ${label}`,
              lang: contentLang(),
            }))}
          />
          <FilterSelect
            name="territory"
            label={m.reading_territory()}
            all={m.reading_all_territories()}
            options={territories.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <FilterSelect
            name="channel"
            label={m.reading_channel()}
            all={m.reading_all_channels()}
            options={keysOf(channelNames).map((value) => ({ value, label: channelNames[value]() }))}
          />
          <FilterSelect
            name="only"
            label={m.reading_which()}
            all={m.reading_unread()}
            options={[
              { value: "all", label: m.reading_all() },
              {
                value: "without-follow-up",
                label: told(readingDesk.withoutFollowUp, m.reading_without_follow_up, m.reading_without_follow_up_more),
              },
              { value: "without-end", label: m.reading_without_end() },
              { value: "held", label: m.reading_held_ones() },
              { value: "second", label: m.reading_second({ count: readingDesk.secondReadings }) },
              { value: "received", label: m.reading_received({ count: readingDesk.received }) },
              { value: "minutes", label: told(readingDesk.minutesBlocks, m.reading_minutes, m.reading_minutes_more) },
            ]}
          />
        </Filters>
        <Queue contributions={readingDesk.queue} nearTexts={readingDesk.nearTexts} />
        {readingDesk.queue.nodes.length === 0 &&
          (search ? (
            <Empty title={m.reading_none_found()} />
          ) : readingDesk.read > 0 ? (
            <Empty title={m.reading_all_read()}>{m.reading_all_read_next()}</Empty>
          ) : (
            <Empty title={m.reading_none_yet()}>{m.reading_none_yet_next()}</Empty>
          ))}
        <Shortcuts />
      </Row>
      <Row heading={m.reading_method()} margin={m.reading_method_margin()}>
        <Method />
      </Row>
      <Row id="syntheses" heading={m.synthesis_row_title()} margin={m.synthesis_row_margin()}>
        <p>{m.synthesis_row_lead()}</p>
        <ul className="cards">
          {(group?.objectives ?? []).map((objective) => (
            <SynthesisRow objective={objective} key={objective.id} />
          ))}
        </ul>
      </Row>
      <Row heading={m.reading_proposals()} margin={m.reading_proposals_margin()}>
        <ul className="flow">
          {[...open.nodes, ...drafts.nodes].map((proposal) => (
            <li key={proposal.id}>
              <More to={paths.proposalEdit(proposal.slug)} icon={null}>
                {proposal.number}. <span lang={contentLang()}>{proposal.title}</span>
              </More>
              {drafts.nodes.includes(proposal) && <span className="quiet"> {m.reading_draft()}</span>}
            </li>
          ))}
        </ul>
        {(drafts.pageInfo.hasNextPage || open.pageInfo.hasNextPage) && (
          <p className="cluster">
            <More to={paths.proposals({ state: "DRAFT" })}>{m.reading_drafts_all()}</More>
            <More to={paths.proposals({ state: "OPEN" })}>{m.reading_open_all()}</More>
          </p>
        )}
        <p>
          <More to={paths.readingKeyPoints({ group: new URLSearchParams(search).get("group") })}>
            {m.reading_proposals_open()}
          </More>
        </p>
      </Row>
    </Ruled>
  );
}

/** Number of responses, where they are counted, and of texts that are left to read. */
function leftIn({ responsesToRead, toRead }: ReadingPage["readingDesk"]) {
  if (responsesToRead === null || responsesToRead === toRead)
    return told(toRead, m.reading_to_read, m.reading_to_read_more);
  const texts = told(toRead, m.reading_left_texts, m.reading_left_texts_more);
  return `${m.reading_left_responses({ count: responsesToRead })}, ${texts}`;
}

/** Other work that waits for this reader beside the queue. */
const Waiting = ({ readingDesk }: { readingDesk: ReadingPage["readingDesk"] }) => (
  <p className="cluster">
    {readingDesk.secondReadings > 0 && (
      <More to={paths.reading({ only: "second" })}>
        {m.reading_second_wait({ count: readingDesk.secondReadings })}
        {readingDesk.keptForTwo > 0 && m.reading_second_kept({ count: readingDesk.keptForTwo })}
      </More>
    )}
    {readingDesk.received > 0 && (
      <More to={paths.reading({ only: "received" })}>{m.reading_received_wait({ count: readingDesk.received })}</More>
    )}
    {readingDesk.withoutFollowUp > 0 && (
      <More to={paths.reading({ only: "without-follow-up" })}>
        {told(readingDesk.withoutFollowUp, m.reading_without_follow_up_see, m.reading_without_follow_up_see_more)}
      </More>
    )}
  </p>
);
