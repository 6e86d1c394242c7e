import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import type { ObjectivePage } from "../../graphql/operations.generated.ts";
import { keysOf, natureHeadings } from "../../i18n/vocabulary.ts";

type Objective = NonNullable<ObjectivePage["objective"]>;

/** Key points of an objective, each under its nature. */
export const ObjectiveKeyPoints = ({ keyPoints }: Pick<Objective, "keyPoints">) =>
  keysOf(natureHeadings).map((nature) => {
    const those = keyPoints.filter((keyPoint) => keyPoint.nature === nature);
    return (
      those.length > 0 && (
        <div key={nature}>
          <h3>{natureHeadings[nature]()}</h3>
          <ul>
            {those.map((keyPoint) => (
              <KeyPointItem keyPoint={keyPoint} key={keyPoint.id} />
            ))}
          </ul>
        </div>
      )
    );
  });
