import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { CriterionForm, RetireCriterion, StartGrid } from "../../features/grid/CriterionForm.tsx";
import { criterionKinds, gridCriterion, optionsOf } from "../../features/grid/grid.mutations.tsx";
import { AnswerLine } from "../../features/notebook/LineForm.tsx";
import { NotebookLine, notebookLine } from "../../features/notebook/NotebookLines.tsx";
import type { GridPage, GridPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDecimal, formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupLink } from "../../shared/GroupLink.tsx";

sayTeamProblems();

const query: TypedDocumentNode<GridPage, GridPageVariables> = gql`
  query GridPage($slug: String!, $reads: Boolean!) {
    grid(group: $slug) {
      group {
        id
        slug
        name
      }
      readTwice
      viewerCan {
        write
      }
      criteria {
        ...GridCriterionTold @unmask
        agreement {
          compared
          alike
          alpha
        }
      }
      disagreements {
        id
        title
      }
    }
    sentLines(group: $slug) @include(if: $reads) {
      received {
        ...NotebookLine_line @unmask
        notebook {
          id
          title
        }
      }
      sent {
        ...NotebookLine_line @unmask
        notebook {
          id
          title
        }
      }
    }
  }
  ${gridCriterion}
  ${notebookLine}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug!, reads: true }, "grid");

type Criterion = NonNullable<GridPage["grid"]>["criteria"][number];

/** The grid of a group: its criteria, how far two readers agree, what is to be decided, the lines between groups. */
export function Component() {
  const { grid: found, sentLines } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { group, criteria, readTwice, disagreements, viewerCan } = found!;
  return (
    <Ruled>
      <PageHead
        kicker={<GroupLink slug={group.slug} name={group.name} />}
        title={m.grid_title()}
        lead={<p>{m.grid_lead()}</p>}
      >
        <More to={paths.notebooks({ group: group.slug })}>{m.notebook_of_group()}</More>
      </PageHead>
      <Row heading={m.grid_criteria()}>
        {criteria.length === 0 && (
          <Empty title={m.grid_none()}>{viewerCan.write && <StartGrid group={group.slug} />}</Empty>
        )}
        <ul className="cards">
          {criteria.map((criterion) => (
            <Card as="li" key={criterion.id}>
              <h3 lang={contentLang()}>{criterion.label}</h3>
              <p className="quiet">
                {criterionKinds[criterion.kind]()}
                {criterion.kind !== "TEXT" &&
                  criterion.kind !== "YES_NO" &&
                  ` · ${optionsOf(criterion)
                    .map(([, label]) => label)
                    .join(", ")}`}
                {criterion.retired && ` · ${m.grid_retired()}`}
              </p>
              {criterion.help && <p>{criterion.help}</p>}
              <Agreed criterion={criterion} />
              {viewerCan.write && (
                <>
                  <CriterionForm group={group.slug} criterion={criterion} />
                  <RetireCriterion criterion={criterion} />
                </>
              )}
            </Card>
          ))}
        </ul>
        {viewerCan.write && criteria.length > 0 && <CriterionForm group={group.slug} />}
      </Row>
      <Row heading={m.grid_agreement()}>
        <p>{readTwice > 0 ? m.grid_agreement_count({ count: readTwice }) : m.grid_agreement_none()}</p>
        <p className="quiet">{m.grid_agreement_source()}</p>
      </Row>
      <Row heading={m.grid_disagreements()} id="disagreements">
        {disagreements.length === 0 && <p>{m.grid_disagreements_none()}</p>}
        <ul className="prose">
          {disagreements.map(({ id, title }) => (
            <li key={id}>
              <Link to={paths.notebookRead(id)} lang={contentLang()}>
                {title ?? m.notebook_untitled()}
              </Link>
            </li>
          ))}
        </ul>
      </Row>
      {sentLines && (
        <>
          <Row heading={m.notebook_received()} id="received">
            {sentLines.received.length === 0 && <p>{m.notebook_received_none()}</p>}
            <ul className="cards">
              {sentLines.received.map((line) => (
                <NotebookLine line={line} key={line.id}>
                  <More to={paths.notebook(line.notebook.id)}>
                    {m.notebook_from({ title: line.notebook.title ?? m.notebook_untitled() })}
                  </More>
                  {line.state === "ACCEPTED" && (
                    <More to={paths.readingText(line.notebook.id)}>{m.notebook_bench()}</More>
                  )}
                  {line.viewerCan.answer && <AnswerLine id={line.id} />}
                </NotebookLine>
              ))}
            </ul>
          </Row>
          <Row heading={m.notebook_sent()} id="sent">
            {sentLines.sent.length === 0 && <p>{m.notebook_sent_none()}</p>}
            <ul className="cards">
              {sentLines.sent.map((line) => (
                <NotebookLine line={line} key={line.id}>
                  <More to={paths.notebookRead(line.notebook.id)}>
                    {m.notebook_from({ title: line.notebook.title ?? m.notebook_untitled() })}
                  </More>
                </NotebookLine>
              ))}
            </ul>
          </Row>
        </>
      )}
    </Ruled>
  );
}

/** « 80 % d'accord sur 25, alpha de Krippendorff 0,62 ». */
const Agreed = ({ criterion: { agreement } }: { criterion: Criterion }) =>
  agreement && (
    <p>
      {m.grid_agreement_alike({
        percent: formatNumber(Math.round((100 * agreement.alike) / agreement.compared)),
        count: formatNumber(agreement.compared),
      })}
      {agreement.alpha !== null &&
        `, ${m.grid_agreement_alpha({ alpha: formatDecimal(Math.round(agreement.alpha * 100) / 100) })}`}
    </p>
  );
