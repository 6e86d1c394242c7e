import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { EveningContext, useEveningOf } from "../../features/reading/evening/sending.tsx";
import { useReadingSearch } from "../../features/reading/filter.ts";
import { NearSheet } from "../../features/reading/near/NearSheet.tsx";
import { countsOf } from "../../features/reading/near/useNearSheet.ts";
import type { ReadingNearPage, ReadingNearPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

sayTeamProblems();

const query: TypedDocumentNode<ReadingNearPage, ReadingNearPageVariables> = gql`
  query ReadingNearPage($id: ID!, $for: String) {
    viewer {
      id
    }
    readingDesk {
      contribution(id: $id) {
        ...NearSheet_item @unmask
      }
    }
  }
  ${NearSheet.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { id: args.params.contributionId!, for: new URL(args.request.url).searchParams.get("for") },
    ({ readingDesk }) => readingDesk.contribution,
  );

/** Texts that may say the same as one, on one sheet. */
export function Component() {
  const { readingDesk, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const session = useEveningOf(viewer!.id);
  const search = useReadingSearch();
  const item = readingDesk.contribution!;
  const { texts, regions } = countsOf(item);
  const brought = regions > 0 ? m.near_sheet_brought_from({ count: regions }) : m.near_sheet_brought();
  return (
    <EveningContext value={session}>
      <Ruled>
        <PageHead
          margin={texts > 1 && m.near_sheet_texts({ count: texts })}
          note={texts > 1 && brought}
          title={m.near_sheet_title()}
          lead={m.near_sheet_lead()}
        >
          <More to={paths.readingText(item.id) + search} icon={null}>
            {m.near_sheet_to_text()}
          </More>
        </PageHead>
        <Row>
          <NearSheet item={item} key={item.id} />
        </Row>
      </Ruled>
    </EveningContext>
  );
}
