import { m } from "@cahier/schema/messages";
import type { DeskPage } from "../../graphql/operations.generated.ts";
import { Link } from "react-router-dom";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { today } from "../../shared/daysSince.ts";
import { PageHead } from "../../ui/Ruled.tsx";
import styles from "./Desk.module.css";

interface Props {
  matters: Pick<DeskPage["matters"], "count">;
  group: Pick<NonNullable<DeskPage["group"]>, "chain"> | null;
}

/** Number of waiting matters in a sentence, and the day. People of no team have their own space. */
export const DeskHead = ({ matters: { count }, group }: Props) =>
  count > 0 || group?.chain ? (
    <PageHead
      title={count > 0 ? m.matter_count({ count }) : linksWaiting(group?.chain ?? [])}
      tab={m.team_desk()}
      margin={formatDate(today(), "time")}
      aside={
        <p className={`no-print ${styles.week}`}>
          <Link to={paths.activity()}>{m.activity_title()}</Link>
        </p>
      }
    />
  ) : (
    <PageHead title={m.desk_title()} lead={<p>{m.desk_lead()}</p>} />
  );

/** Links of the chain at which something waits for the viewer, in a sentence: the page never says that nothing does beside them. */
function linksWaiting(chain: NonNullable<NonNullable<Props["group"]>["chain"]>): string {
  const links = chain.flatMap((line) => line.links.filter(({ waits }) => waits.some(({ mine }) => mine)));
  return links.length > 0 ? m.matter_links({ count: links.length }) : m.matter_none();
}
