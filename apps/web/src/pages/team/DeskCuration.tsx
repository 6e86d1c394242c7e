import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { DeskCuration_query } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

const fragment: TypedDocumentNode<DeskCuration_query> = gql`
  fragment DeskCuration_query on Query {
    curations(after: $groups) {
      count
      group {
        id
        slug
        name
      }
    }
  }
`;

/** Most groups of one page. */
const longest = 50;

/** The doors to what people supply to proposals, group by group, where something waits. */
export function DeskCuration({ curations }: DeskCuration_query) {
  const waiting = curations.filter(({ count }) => count > 0);
  const goesOn = curations.length === longest;
  if (waiting.length === 0 && !goesOn) return null;
  return (
    <Row heading={m.curation_desk()} margin={`${waiting.reduce((sum, { count }) => sum + count, 0)}`} id="curation">
      <ul className="flow">
        {waiting.map(({ count, group }) => (
          <li key={group.id}>
            <More to={paths.curation(group.slug)}>{m.curation_desk_go({ count })}</More>
            <div className="quiet" lang={contentLang()}>
              {group.name}
            </div>
          </li>
        ))}
      </ul>
      {goesOn && <More to={`${paths.desk({ groups: curations.at(-1)!.group.id })}#curation`}>{m.curation_more()}</More>}
    </Row>
  );
}

DeskCuration.fragment = fragment;
