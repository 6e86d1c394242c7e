import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { standingNames, type Standing } from "../../features/initiative/initiative.labels.ts";
import type {
  InitiativesJudgePage,
  InitiativesJudgePage_sheets,
  InitiativesJudgePageVariables,
  InitiativeFilter,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<InitiativesJudgePage, InitiativesJudgePageVariables> = gql`
  query InitiativesJudgePage(
    $filter: InitiativeFilter!
    $held: InitiativeFilter!
    $proposed: InitiativeFilter!
    $after: String
  ) {
    held: initiatives(filter: $held, first: 1) {
      totalCount
    }
    proposed: initiatives(filter: $proposed, first: 1) {
      totalCount
    }
    initiatives(filter: $filter, first: 24, after: $after) {
      ...InitiativesJudgePage_sheets @unmask
    }
    viewer {
      id
    }
    viewerCan {
      judgeInitiatives
    }
  }
  fragment InitiativesJudgePage_sheets on InitiativeConnection {
    totalCount
    nodes {
      id
      slug
      name
      town
      summary
      proposedOn
      territory {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

const isStanding = (name: string | null): name is Standing => !!name && Object.hasOwn(standingNames, name);

const filterOf = (standing: Standing): InitiativeFilter =>
  standing === "HELD" ? { state: "PROPOSED", status: "HELD" } : { state: standing };

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const status = params.get("status");
  const variables = {
    filter: { ...filterOf(isStanding(status) ? status : "PROPOSED"), search: params.get("q")?.trim() || null },
    held: filterOf("HELD"),
    proposed: filterOf("PROPOSED"),
    after: params.get("after")?.trim() || null,
  };
  return preload(args, query, variables, ({ viewer, viewerCan }) => allowed(viewerCan.judgeInitiatives, viewer));
};

/** The sheets of the team: what waits to be judged first, then all the others by where they stand. */
export function Component() {
  const { held, proposed, initiatives } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const asked = params.get("status");
  const status = isStanding(asked) ? asked : "PROPOSED";
  const waiting = held.totalCount + proposed.totalCount;
  return (
    <Ruled>
      <PageHead
        margin={waiting || undefined}
        note={waiting > 0 && m.initiative_waiting_note()}
        title={m.initiative_to_judge()}
        lead={<p>{m.initiative_to_judge_lead()}</p>}
      >
        <div className="cluster">
          <ButtonLink to={paths.initiativesImport()}>{m.initiative_import()}</ButtonLink>
          <ButtonLink to={paths.initiativePropose()}>{m.initiative_propose()}</ButtonLink>
        </div>
      </PageHead>
      <Row>
        <nav aria-label={m.initiative_by_status()}>
          <ul className="cluster">
            {keysOf(standingNames).map((one) => (
              <li key={one}>
                <Link to={paths.initiativesJudge({ status: one })} aria-current={one === status ? "page" : undefined}>
                  {standingNames[one]()}
                  {one === "HELD" && held.totalCount > 0 && ` (${held.totalCount})`}
                  {one === "PROPOSED" && proposed.totalCount > 0 && ` (${proposed.totalCount})`}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Row>
      <Row heading={standingNames[status]()} margin={m.initiative_count({ count: initiatives.totalCount })}>
        <Sheets sheets={initiatives} status={status} />
        <Pager pageInfo={initiatives.pageInfo} label={m.initiative_to_judge()} />
      </Row>
    </Ruled>
  );
}

/** Why none stands there. */
const noneOf: Record<Standing, () => string> = {
  HELD: m.initiative_none_HELD,
  PROPOSED: m.initiative_none_PROPOSED,
  RETURNED: m.initiative_none_RETURNED,
  DECLINED: m.initiative_none_DECLINED,
  VALIDATED: m.initiative_none_yet,
};

const Sheets = ({ sheets: { nodes }, status }: { sheets: InitiativesJudgePage_sheets; status: Standing }) =>
  nodes.length ? (
    <ul className="cards">
      {nodes.map(({ id, slug, name, town, summary, proposedOn, territory }) => (
        <Card as="li" key={id}>
          <h3>
            <Link to={paths.initiativeJudge(slug)} lang={contentLang()}>
              {name}
            </Link>
          </h3>
          <p className="quiet">
            {[town, territory.name].filter(Boolean).join(", ")}
            {proposedOn && (
              <>
                {" · "}
                <When date={proposedOn} />
              </>
            )}
          </p>
          <p lang={contentLang()}>{summary}</p>
        </Card>
      ))}
    </ul>
  ) : (
    <Empty title={noneOf[status]()}>
      <p>{m.initiative_none_judged()}</p>
      <More to={paths.initiatives()}>{m.initiative_all()}</More>
    </Empty>
  );
