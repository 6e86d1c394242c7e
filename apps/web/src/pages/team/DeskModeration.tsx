import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { DeskModeration_query } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

const fragment: TypedDocumentNode<DeskModeration_query> = gql`
  fragment DeskModeration_query on Query {
    appeals {
      id
    }
    moderationDesk {
      heldCount
      reportedCount
      heldSince
    }
  }
`;

interface Props {
  desk: DeskModeration_query["moderationDesk"];
  appeals: NonNullable<DeskModeration_query["appeals"]>;
}

/** The doors to texts that wait and to appeals, with their numbers. */
export function DeskModeration({ desk, appeals }: Props) {
  const count = desk ? desk.heldCount + desk.reportedCount : 0;
  return (
    <>
      {desk && (
        <Row
          heading={m.moderation_desk()}
          margin={count > 0 ? `${count}` : undefined}
          note={desk.heldSince && m.moderation_since({ date: formatDate(desk.heldSince) })}
          id="moderation"
        >
          <p>{count > 0 ? m.moderation_desk_lead() : m.moderation_desk_none()}</p>
          <p>
            {count > 0 ? (
              <ButtonLink to={paths.moderation()}>{m.moderation_desk_go({ count })}</ButtonLink>
            ) : (
              <More to={paths.moderation()}>{m.moderation_desk_see()}</More>
            )}
          </p>
        </Row>
      )}
      {appeals.length > 0 && (
        <Row heading={m.moderation_appeals()} margin={`${appeals.length}`} id="appeals">
          <p>
            <ButtonLink to={`${paths.moderation()}#appeals`}>
              {m.moderation_desk_appeals({ count: appeals.length })}
            </ButtonLink>
          </p>
        </Row>
      )}
    </>
  );
}

DeskModeration.fragment = fragment;
