import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { activityNames } from "@cahier/schema/tell/activity.names";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { ActivityPage, ActivityPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ActivityPage, ActivityPageVariables> = gql`
  query ActivityPage {
    viewer {
      id
    }
    ownActivity {
      day
      acts {
        kind
        count
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "viewer");

type Acts = readonly Pick<ActivityPage["ownActivity"][number]["acts"][number], "kind" | "count">[];

/** Acts of a member of the team in the last seven days: as a whole, then day by day. */
export function Component() {
  const { ownActivity } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.activity_title()} lead={<p>{m.activity_lead()}</p>} />
      {ownActivity.length === 0 ? (
        <Row>
          <Empty title={m.activity_none()}>
            <More to={paths.desk()}>{m.activity_none_next()}</More>
          </Empty>
        </Row>
      ) : (
        <Row heading={m.activity_all()}>
          <Counts acts={sumOf(ownActivity.flatMap(({ acts }) => acts))} />
        </Row>
      )}
      {ownActivity.map(({ day, acts }) => (
        <Row margin={formatDate(day, "time")} key={day}>
          <Counts acts={acts} />
        </Row>
      ))}
    </Ruled>
  );
}

const Counts = ({ acts }: { acts: Acts }) => (
  <ul>
    {acts.map(({ kind, count }) => (
      <li key={kind}>{activityNames[kind]({ count })}</li>
    ))}
  </ul>
);

/** The counts of several days, kind by kind, in the order of the chain. */
function sumOf(acts: Acts): Acts {
  const sums = new Map(acts.map(({ kind }) => [kind, 0]));
  for (const { kind, count } of acts) sums.set(kind, sums.get(kind)! + count);
  return (Object.keys(activityNames) as Acts[number]["kind"][]).flatMap((kind) =>
    sums.has(kind) ? [{ kind, count: sums.get(kind)! }] : [],
  );
}
