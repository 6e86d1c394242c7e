import { m } from "@cahier/schema/messages";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** The door to texts that wait, with their number. */
export const DeskModeration = ({
  desk: { heldCount, reportedCount, heldSince },
}: {
  desk: NonNullable<DeskPage["moderationDesk"]>;
}) => (
  <Row
    heading={m.moderation_desk()}
    margin={heldCount + reportedCount > 0 ? `${heldCount + reportedCount}` : undefined}
    note={heldSince && m.moderation_since({ date: formatDate(heldSince) })}
    id="moderation"
  >
    <p>{heldCount + reportedCount > 0 ? m.moderation_desk_lead() : m.moderation_desk_none()}</p>
    <p>
      {heldCount + reportedCount > 0 ? (
        <ButtonLink to={paths.moderation()}>{m.moderation_desk_go({ count: heldCount + reportedCount })}</ButtonLink>
      ) : (
        <More to={paths.moderation()}>{m.moderation_desk_see()}</More>
      )}
    </p>
  </Row>
);
