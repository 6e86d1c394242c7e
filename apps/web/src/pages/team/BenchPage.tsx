import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { Agreement } from "../../features/reading/Agreement.tsx";
import { Evening } from "../../features/reading/Evening.tsx";
import { benchFilter, useArrivalState, useBenchSearch } from "../../features/reading/filter.ts";
import { SynthesisRow } from "../../features/synthesisWriting/SynthesisRow.tsx";
import { Queue } from "../../features/reading/Queue.tsx";
import { Readers } from "../../features/reading/Readers.tsx";
import { Shortcuts } from "../../features/reading/Shortcuts.tsx";
import type { BenchPage, BenchPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { channelNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<BenchPage, BenchPageVariables> = gql`
  query BenchPage($filter: BenchFilter, $after: String) {
    bench {
      toRead(filter: $filter)
      evening(filter: $filter) {
        ...Evening_evening @unmask
      }
      read
      marked
      cited
      withoutFollowUp
      secondReadings
      received
      minutesBlocks
      questions {
        id
        code
        label
      }
      readers {
        ...Readers_readers @unmask
      }
      agreements {
        ...Agreement_agreements @unmask
      }
      queue(filter: $filter, after: $after) {
        ...Queue_contributions @unmask
      }
      alike(filter: $filter, after: $after) {
        ...Queue_alike @unmask
      }
    }
    group {
      id
      objectives {
        id
        slug
        number
        name
        ...SynthesisRow_objective
      }
    }
    territories(kind: REGION) {
      id
      slug
      name
    }
    proposals {
      id
      slug
      number
      title
      state
    }
  }
  ${Queue.fragment}
  ${Queue.alike}
  ${Evening.fragment}
  ${Readers.fragment}
  ${Agreement.fragment}
  ${SynthesisRow.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const chosen = new URL(args.request.url).searchParams;
  return preload(args, query, { filter: benchFilter(chosen), after: chosen.get("after") });
};

/** What a rapporteur has to read, and how far they are. */
export function Component() {
  const { bench, group, territories, proposals } = useReadQuery(useLoaderData<typeof loader>()).data;
  const search = useBenchSearch();
  const first = bench.queue.nodes[0];
  const { evening: over } = useArrivalState();
  const minutes = new URLSearchParams(search).get("only") === "minutes";
  return (
    <Ruled>
      <PageHead
        margin={m.bench_to_read({ count: bench.toRead })}
        note={m.bench_coverage({ read: bench.read, marked: bench.marked, cited: bench.cited })}
        title={m.bench_title()}
        lead={m.bench_lead()}
      >
        <div className="cluster">
          {first && (
            <ButtonLink primary to={paths.benchRead(first.id) + search}>
              {m.bench_start()} <Icon name="arrow" />
            </ButtonLink>
          )}
          <ButtonLink to={paths.benchKeyPoints()}>{m.codebook_link()}</ButtonLink>
        </div>
        <Evening evening={bench.evening} over={!!over} />
        <Waiting bench={bench} />
      </PageHead>
      <Row
        heading={m.bench_queue()}
        margin={minutes ? m.bench_minutes_order() : m.bench_order()}
        note={minutes ? m.bench_minutes_order_why() : m.bench_order_why()}
      >
        <Filters label={m.bench_queue()}>
          <FilterSelect
            name="objective"
            label={m.bench_objective()}
            all={m.bench_all_objectives()}
            options={(group?.objectives ?? []).map(({ slug, number, name }) => ({
              value: slug,
              label: `${number}. ${name}`,
            }))}
          />
          <FilterSelect
            name="question"
            label={m.bench_question()}
            all={m.bench_all_questions()}
            options={bench.questions.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
          />
          <FilterSelect
            name="territory"
            label={m.bench_territory()}
            all={m.bench_all_territories()}
            options={territories.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <FilterSelect
            name="channel"
            label={m.bench_channel()}
            all={m.bench_all_channels()}
            options={keysOf(channelNames).map((value) => ({ value, label: channelNames[value]() }))}
          />
          <FilterSelect
            name="only"
            label={m.bench_which()}
            all={m.bench_unread()}
            options={[
              { value: "all", label: m.bench_all() },
              { value: "without-follow-up", label: m.bench_without_follow_up({ count: bench.withoutFollowUp }) },
              { value: "second", label: m.bench_second({ count: bench.secondReadings }) },
              { value: "received", label: m.bench_received({ count: bench.received }) },
              { value: "minutes", label: m.bench_minutes({ count: bench.minutesBlocks }) },
            ]}
          />
        </Filters>
        <Queue contributions={bench.queue} alike={bench.alike} />
        {bench.queue.nodes.length === 0 && <Empty title={m.bench_all_read()}>{m.bench_all_read_next()}</Empty>}
        <Shortcuts of="list" />
      </Row>
      <Row heading={m.bench_method()} margin={m.bench_method_margin()}>
        <Disclosure summary={m.bench_method_open()}>
          <div className="flow">
            <Agreement agreements={bench.agreements} />
            <Readers readers={bench.readers} />
            <More to={paths.benchKeyPoints()} icon={null}>
              {m.bench_method_codebook()}
            </More>
          </div>
        </Disclosure>
      </Row>
      <Row id="syntheses" heading={m.synthesis_row_title()} margin={m.synthesis_row_margin()}>
        <p>{m.synthesis_row_lead()}</p>
        <ul className="cards">
          {(group?.objectives ?? []).map((objective) => (
            <SynthesisRow objective={objective} key={objective.id} />
          ))}
        </ul>
      </Row>
      <Row heading={m.bench_proposals()} margin={m.bench_proposals_margin()}>
        <ul className="flow">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <More to={paths.proposalEdit(proposal.slug)} icon={null}>
                {proposal.number}. {proposal.title}
              </More>
              {proposal.state === "DRAFT" && <span className="quiet"> {m.bench_draft()}</span>}
            </li>
          ))}
        </ul>
        <p className="quiet">{m.bench_proposals_open()}</p>
      </Row>
    </Ruled>
  );
}

/** What waits for this reader beside the queue. */
const Waiting = ({ bench }: { bench: BenchPage["bench"] }) => (
  <p className="cluster">
    {bench.secondReadings > 0 && (
      <More to={paths.bench({ only: "second" })}>{m.bench_second_wait({ count: bench.secondReadings })}</More>
    )}
    {bench.received > 0 && (
      <More to={paths.bench({ only: "received" })}>{m.bench_received_wait({ count: bench.received })}</More>
    )}
    {bench.withoutFollowUp > 0 && (
      <More to={paths.bench({ only: "without-follow-up" })}>
        {m.bench_without_follow_up_see({ count: bench.withoutFollowUp })}
      </More>
    )}
  </p>
);
