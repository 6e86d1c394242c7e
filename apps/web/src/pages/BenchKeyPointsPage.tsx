import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { KeyPointEditor } from "../features/bench/KeyPointEditor.tsx";
import { TeamKeyPointFiles } from "../features/export/TeamKeyPointFiles.tsx";
import type { BenchKeyPointsPage, BenchKeyPointsPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";
import { Empty } from "../ui/Empty.tsx";
import { Filters, FilterSelect } from "../ui/Filters.tsx";
import { More } from "../ui/More.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";

const query: TypedDocumentNode<BenchKeyPointsPage, BenchKeyPointsPageVariables> = gql`
  query BenchKeyPointsPage($objective: String) {
    bench {
      keyPoints(objective: $objective) {
        id
        state
        ...KeyPointEditor_keyPoint
        ...TeamKeyPointFiles_keyPoint @unmask
      }
    }
    group {
      id
      slug
      objectives {
        id
        slug
        number
        name
      }
    }
  }
  ${KeyPointEditor.fragment}
  ${TeamKeyPointFiles.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { objective: new URL(args.request.url).searchParams.get("objective") });

/** The key points as their rapporteurs work on them: those to state first. */
export function Component() {
  const { bench, group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const working = bench.keyPoints.filter(({ state }) => state === "WORKING");
  const stated = bench.keyPoints.filter(({ state }) => state === "STATED");
  return (
    <Ruled>
      <PageHead
        margin={m.bench_stated_count({ count: stated.length })}
        note={m.bench_working_count({ count: working.length })}
        title={m.bench_key_points()}
        lead={m.bench_key_points_lead()}
      >
        <Filters label={m.bench_key_points()}>
          <FilterSelect
            name="objective"
            label={m.bench_objective()}
            all={m.bench_all_objectives()}
            options={(group?.objectives ?? []).map(({ slug, number, name }) => ({
              value: slug,
              label: `${number}. ${name}`,
            }))}
          />
        </Filters>
        <More to={paths.bench()} icon={null}>
          {m.bench_back()}
        </More>
        {bench.keyPoints.length > 0 && <TeamKeyPointFiles keyPoints={bench.keyPoints} />}
      </PageHead>
      <Row heading={m.bench_to_state()} margin={m.bench_to_state_margin()} note={m.bench_to_state_note()}>
        {working.length ? (
          <ul className="cards">
            {working.map((keyPoint) => (
              <KeyPointEditor keyPoint={keyPoint} group={group?.slug ?? ""} key={keyPoint.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.bench_none_to_state()}>{m.bench_none_to_state_why()}</Empty>
        )}
      </Row>
      <Row heading={m.bench_stated_heading()} margin={m.bench_stated_margin()}>
        <ul className="cards">
          {stated.map((keyPoint) => (
            <KeyPointEditor keyPoint={keyPoint} group={group?.slug ?? ""} key={keyPoint.id} />
          ))}
        </ul>
      </Row>
    </Ruled>
  );
}
