import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DifferenceCard } from "../../features/grid/Differences.tsx";
import { gridCriterion, valueIn } from "../../features/grid/grid.mutations.tsx";
import { ReadingForm } from "../../features/grid/ReadingForm.tsx";
import { DetachLine, LineForm } from "../../features/notebook/LineForm.tsx";
import { Originals } from "../../features/notebook/Originals.tsx";
import { OriginalsForm } from "../../features/notebook/OriginalsForm.tsx";
import { NotebookLine, notebookLine } from "../../features/notebook/NotebookLines.tsx";
import { SentencePicker } from "../../features/notebook/SentencePicker.tsx";
import type { NotebookReadPage, NotebookReadPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import type { Stretch } from "../../shared/sentences.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "../../features/notebook/Notebook.module.css";
import { allowed } from "./allowed.ts";

sayTeamProblems();

const query: TypedDocumentNode<NotebookReadPage, NotebookReadPageVariables> = gql`
  query NotebookReadPage($id: ID!) {
    viewer {
      id
    }
    notebook(id: $id) {
      id
      title
      viewerCan {
        read
      }
      ...Originals_notebook @unmask
      lines {
        ...NotebookLine_line @unmask
        passage {
          id
          startsAt
          endsAt
        }
      }
      contribution {
        id
        body
        theme {
          id
          slug
        }
      }
      grid {
        done
        closed
        readers
        criteria {
          ...GridCriterionTold @unmask
        }
        own {
          value
          criterion {
            id
          }
        }
        sides {
          name
          answers {
            value
            criterion {
              ...GridCriterionTold @unmask
            }
          }
        }
        differences {
          first
          second
          criterion {
            ...GridCriterionTold @unmask
          }
          decision {
            value
            reason
            by
          }
        }
      }
    }
    axes {
      id
      name
      themes {
        id
        slug
        title
        group {
          id
          slug
        }
      }
    }
  }
  ${notebookLine}
  ${Originals.fragment}
  ${gridCriterion}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { id: args.params.id! }, ({ notebook, viewer }) => allowed(notebook?.viewerCan.read, viewer));

/** A notebook on the desk of one reader: its words, the grid, its lines. */
export function Component() {
  const { notebook: found, axes } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { id, title, contribution, lines, grid } = found!;
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const theme = axes.flatMap(({ themes }) => themes).find((it) => it.id === contribution.theme?.id);
  const group = theme?.group;
  const name = title ?? m.notebook_untitled();
  return (
    <Ruled>
      <PageHead
        kicker={
          <Link to={paths.notebook(id)} lang={contentLang()}>
            {m.notebook_see()}
          </Link>
        }
        title={name}
        tab={`${name} · ${m.grid_read()}`}
      >
        <div className="cluster">
          <More to={paths.readingText(id)}>{m.notebook_bench()}</More>
          {group && <More to={paths.grid(group.slug)}>{m.grid_title()}</More>}
        </div>
      </PageHead>
      <Row>
        <div className={styles.sides}>
          <section className="flow" aria-labelledby="reading">
            <h2 id="reading">{m.grid_read()}</h2>
            {grid && grid.criteria.length === 0 && (
              <Empty title={m.grid_none()}>
                {group && <ButtonLink to={paths.grid(group.slug)}>{m.grid_title()}</ButtonLink>}
              </Empty>
            )}
            {grid?.closed && <p>{m.grid_read_closed()}</p>}
            {grid && grid.criteria.length > 0 && !grid.closed && grid.sides.length < 2 && (
              <>
                <p className="quiet">{m.grid_read_lead()}</p>
                <ReadingForm id={id} criteria={grid.criteria} own={grid.own} />
              </>
            )}
            {grid && grid.sides.length > 1 && <Sides sides={grid.sides} criteria={grid.criteria} />}
          </section>
          <section className="flow" aria-labelledby="transcription">
            <h2 id="transcription">{m.notebook_transcription()}</h2>
            <SentencePicker
              text={contribution.body}
              marked={lines.map(({ passage }) => ({ start: passage.startsAt, end: passage.endsAt }))}
              chosen={chosen}
              onChoose={setChosen}
              arrival={id}
            />
            <h3>{m.notebook_line_attach()}</h3>
            <LineForm
              id={id}
              text={contribution.body}
              chosen={chosen}
              axes={axes}
              own={theme?.slug ?? ""}
              onDone={() => setChosen(null)}
            />
          </section>
        </div>
      </Row>
      {grid && grid.differences.length > 0 && (
        <Row heading={m.grid_differences()} id="differences">
          <ul className="cards">
            {grid.differences.map((it) => (
              <DifferenceCard id={id} names={grid.sides.map((side) => side.name)} it={it} key={it.criterion.id} />
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.notebook_original()} id="original">
        <OriginalsForm notebook={found!} />
      </Row>
      <Row heading={m.notebook_lines()} id="lines">
        {lines.length === 0 && <p>{m.notebook_lines_none()}</p>}
        <ul className="cards">
          {lines.map((line) => (
            <NotebookLine line={line} key={line.id}>
              {line.viewerCan.detach && <DetachLine id={line.id} />}
            </NotebookLine>
          ))}
        </ul>
      </Row>
    </Ruled>
  );
}

type Grid = NonNullable<NonNullable<NotebookReadPage["notebook"]>["grid"]>;

/** Both readings side by side. */
const Sides = ({ sides, criteria }: Pick<Grid, "sides" | "criteria">) => (
  <DataTable
    caption={m.grid_sides()}
    head={[m.grid_criterion(), ...sides.map(({ name }) => name)]}
    rows={criteria.map((criterion) => ({
      key: criterion.id,
      cells: [
        criterion.label,
        ...sides.map(({ answers }) =>
          valueIn(criterion, answers.find((it) => it.criterion.id === criterion.id)?.value ?? null),
        ),
      ],
    }))}
  />
);
