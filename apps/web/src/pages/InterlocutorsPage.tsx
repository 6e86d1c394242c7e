import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { HandoverStatus } from "../features/handover/HandoverStatus.tsx";
import { InterlocutorCard } from "../features/interlocutor/InterlocutorCard.tsx";
import type { InterlocutorsPage, InterlocutorsPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { keysOf, levelNames } from "../i18n/vocabulary.ts";
import { paths } from "../paths.ts";
import { Empty } from "../ui/Empty.tsx";
import { Filters, FilterSelect } from "../ui/Filters.tsx";
import { More } from "../ui/More.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";

const query: TypedDocumentNode<InterlocutorsPage, InterlocutorsPageVariables> = gql`
  query InterlocutorsPage {
    interlocutors {
      id
      level
      asks {
        id
      }
      handovers {
        id
        ...HandoverStatus_handover
      }
      ...InterlocutorCard_interlocutor
    }
  }
  ${InterlocutorCard.fragment}
  ${HandoverStatus.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The offices that can decide, by level, the nearest first; in each, those of whom most is asked. */
export function Component() {
  const { interlocutors } = useReadQuery(useLoaderData<typeof loader>()).data;
  const level = useSearchParams()[0].get("level") ?? "";
  const levels = keysOf(levelNames).map((name) => ({
    name,
    offices: interlocutors
      .filter((one) => one.level === name && (!level || level === name))
      .toSorted((a, b) => b.handovers.length - a.handovers.length || b.asks.length - a.asks.length),
  }));
  return (
    <Ruled>
      <PageHead title={m.interlocutor_title()} lead={m.interlocutor_lead()} note={m.interlocutor_offices()}>
        <More to={paths.handovers()}>{m.interlocutor_board()}</More>
      </PageHead>
      <Row>
        <Filters label={m.interlocutor_filters()}>
          <FilterSelect
            name="level"
            label={m.interlocutor_level()}
            all={m.interlocutor_level_all()}
            defaultValue={level}
            options={keysOf(levelNames).map((value) => ({ value, label: levelNames[value]() }))}
          />
        </Filters>
      </Row>
      {levels.map(
        ({ name, offices }) =>
          offices.length > 0 && (
            <Row heading={levelNames[name]()} margin={m.interlocutor_count({ count: offices.length })} key={name}>
              <ul className="cards">
                {offices.map((interlocutor) => (
                  <InterlocutorCard interlocutor={interlocutor} key={interlocutor.id}>
                    {interlocutor.handovers.map((handover) => (
                      <HandoverStatus handover={handover} key={handover.id} />
                    ))}
                  </InterlocutorCard>
                ))}
              </ul>
            </Row>
          ),
      )}
      {levels.every(({ offices }) => !offices.length) && (
        <Row>
          <Empty title={m.interlocutor_none()}>
            <More to={paths.interlocutors()}>{m.interlocutor_all()}</More>
          </Empty>
        </Row>
      )}
    </Ruled>
  );
}
