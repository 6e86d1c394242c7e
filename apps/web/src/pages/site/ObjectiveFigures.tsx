import { m } from "@cahier/schema/messages";
import { responsesInWords } from "../../features/questionnaire/counts.ts";
import type { ObjectivePage } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { FateOfQuestion } from "../../shared/FateOfQuestion.tsx";
import { More } from "../../ui/More.tsx";
import styles from "./Chain.module.css";

type Objective = NonNullable<ObjectivePage["objective"]>;
type Arrived = Pick<Objective, "responseCount" | "contributionCount" | "unpublishedCount">;

/** Something arrived: there are figures to show, and words to read. */
export const hasBegun = ({ responseCount, contributionCount, unpublishedCount }: Arrived) =>
  responseCount + contributionCount + unpublishedCount > 0;

/** Figures of the responses to an objective; before any arrived, the day from which they may. */
export const ObjectiveFigures = ({ objective }: { objective: Objective }) =>
  hasBegun(objective) ? <Counted objective={objective} /> : <NothingYet objective={objective} />;

const Counted = ({ objective }: { objective: Objective }) => (
  <>
    <dl className={styles.figures}>
      {[
        { count: objective.responseCount, label: m.objective_responses({ count: objective.responseCount }) },
        { count: objective.contributionCount, label: m.objective_readable({ count: objective.contributionCount }) },
        { count: objective.unpublishedCount, label: m.objective_unpublished({ count: objective.unpublishedCount }) },
      ]
        // The last ones are told five at a time: none is no certainty, and says nothing to anybody.
        .filter(({ count }, index) => count > 0 || index < 2)
        .map(({ count, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figure">{formatNumber(count)}</dd>
          </div>
        ))}
    </dl>
    <FateOfQuestion fate={objective.fate} whole={objective.group.fate} />
    {objective.questionnaire && objective.questionnaire.unpublishedCount > 0 && (
      <p className="quiet">{responsesInWords(objective.questionnaire)}.</p>
    )}
  </>
);

const NothingYet = ({ objective: { questionnaire, withdrawnOn } }: { objective: Objective }) => {
  const { state, opensAt, slug } = questionnaire ?? {};
  const scheduled = state === "SCHEDULED" && opensAt;
  return (
    <>
      <p>
        {m.objective_figures_none()} {scheduled && m.objective_figures_opens({ date: formatDate(opensAt) })}
      </p>
      {state === "OPEN" && slug ? (
        <More to={paths.questionnaire(slug)}>{m.objective_figures_first()}</More>
      ) : (
        !withdrawnOn && <More to={paths.schedule()}>{m.home_calendar_all()}</More>
      )}
    </>
  );
};
