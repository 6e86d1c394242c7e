import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { HandoverCard } from "../features/handover/HandoverCard.tsx";
import type { HandoversPage, HandoversPageVariables, HandoverState } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { keysOf } from "../i18n/vocabulary.ts";
import { paths } from "../paths.ts";
import { Empty } from "../ui/Empty.tsx";
import { More } from "../ui/More.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<HandoversPage, HandoversPageVariables> = gql`
  query HandoversPage {
    handovers {
      id
      state
      ...HandoverCard_handover
    }
  }
  ${HandoverCard.fragment}
`;

/** In the order of what calls for something: silence first. */
const headings: Record<HandoverState, () => string> = {
  OVERDUE: m.handover_board_OVERDUE,
  HANDED_OVER: m.handover_board_HANDED_OVER,
  REPLIED: m.handover_board_REPLIED,
  DONE: m.handover_board_DONE,
  ABANDONED: m.handover_board_ABANDONED,
  CONTACTED: m.handover_board_CONTACTED,
  IDENTIFIED: m.handover_board_IDENTIFIED,
};

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The public board of what was carried: who was asked what, by whom, and what came back, or did not. */
export function Component() {
  const { handovers } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.handover_title()} lead={m.handover_lead()}>
        <div className="cluster">
          <More to={paths.proposals()}>{m.proposal_title()}</More>
          <More to={paths.interlocutors()}>{m.interlocutor_title()}</More>
        </div>
      </PageHead>
      {keysOf(headings).map((state) => {
        const those = handovers.filter((handover) => handover.state === state);
        return (
          those.length > 0 && (
            <Row heading={headings[state]()} margin={m.handover_count({ count: those.length })} key={state}>
              <ul className={styles.wide}>
                {those.map((handover) => (
                  <HandoverCard handover={handover} key={handover.id} />
                ))}
              </ul>
            </Row>
          )
        );
      })}
      {!handovers.length && (
        <Row>
          <Empty title={m.handover_none()}>
            <More to={paths.proposals()}>{m.handover_none_out()}</More>
          </Empty>
        </Row>
      )}
    </Ruled>
  );
}
