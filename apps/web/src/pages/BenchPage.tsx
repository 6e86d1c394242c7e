import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { benchFilter, useBenchSearch } from "../features/bench/filter.ts";
import { Queue } from "../features/bench/Queue.tsx";
import type { BenchPage, BenchPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Filters, FilterSelect } from "../ui/Filters.tsx";
import { Icon } from "../ui/Icon.tsx";
import { More } from "../ui/More.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";

const query: TypedDocumentNode<BenchPage, BenchPageVariables> = gql`
  query BenchPage($filter: BenchFilter, $after: String) {
    bench {
      toRead(filter: $filter)
      readToday
      read
      marked
      cited
      withoutFollowUp
      queue(filter: $filter, after: $after) {
        ...Queue_contributions @unmask
      }
    }
    group {
      id
      objectives {
        id
        slug
        number
        name
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
  const evenings = bench.readToday > 0 ? Math.ceil(bench.toRead / bench.readToday) : 0;
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
        {bench.readToday > 0 && (
          <output>
            {m.bench_evening({ count: bench.readToday })} {evenings > 0 && m.bench_evenings_left({ count: evenings })}
          </output>
        )}
      </PageHead>
      <Row heading={m.bench_queue()} margin={m.bench_order()} note={m.bench_order_why()}>
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
            name="territory"
            label={m.bench_territory()}
            all={m.bench_all_territories()}
            options={territories.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <FilterSelect
            name="only"
            label={m.bench_which()}
            all={m.bench_unread()}
            options={[
              { value: "all", label: m.bench_all() },
              { value: "without-follow-up", label: m.bench_without_follow_up({ count: bench.withoutFollowUp }) },
            ]}
          />
        </Filters>
        {bench.queue.nodes.length ? (
          <Queue contributions={bench.queue} />
        ) : (
          <Empty title={m.bench_all_read()}>{m.bench_all_read_next()}</Empty>
        )}
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
