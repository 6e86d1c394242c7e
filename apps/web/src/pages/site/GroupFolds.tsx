import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { MeansList } from "../../features/group/MeansList.tsx";
import { OpenActionList } from "../../features/meeting/OpenActions.tsx";
import { GroupTeam } from "../../features/role/GroupTeam.tsx";
import type { GroupPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Fold, Folds } from "../../ui/Part.tsx";

interface Props {
  group: NonNullable<GroupPage["group"]>;
}

/** The group itself, on one line: how it means to get there, what it promises, who runs it, what is left to do. */
export const GroupFolds = ({ group }: Props) => (
  <Folds>
    <MeansList group={group} />
    {group.missions.length > 0 && (
      <Fold heading={m.theme_missions()}>
        <ul className="cards" lang={contentLang()}>
          {group.missions.map((mission) => (
            <Card as="li" tone="note" key={mission}>
              <p>{mission}</p>
            </Card>
          ))}
        </ul>
      </Fold>
    )}
    {group.commitments.length > 0 && (
      <Fold heading={m.theme_commitments()} note={m.theme_commitments_note()}>
        <ul className="flow" lang={contentLang()}>
          {group.commitments.map((commitment) => (
            <li className="prose" key={commitment}>
              <Notice tone="done">{commitment}</Notice>
            </li>
          ))}
        </ul>
      </Fold>
    )}
    <Fold id="team" heading={m.role_team()}>
      <p className="quiet">{m.role_team_note()}</p>
      <GroupTeam group={group} />
    </Fold>
    {group.openActions.length > 0 && (
      <Fold
        id="actions"
        heading={m.minutes_actions()}
        note={group.lateActions > 0 && m.minutes_actions_late({ count: group.lateActions })}
      >
        <OpenActionList group={group} />
      </Fold>
    )}
    <Withdrawn group={group} />
  </Folds>
);

const Withdrawn = ({ group: { withdrawnObjectives: objectives } }: Props) =>
  objectives.length > 0 && (
    <Fold heading={m.objective_withdrawn_list()} note={objectives.length}>
      <ul className="flow">
        {objectives.map(({ id, slug, name, withdrawnOn, withdrawnReason: reason }) => (
          <li key={id}>
            <Link to={paths.objective(slug)} lang={contentLang()}>
              {name}
            </Link>
            {withdrawnOn && <span className="quiet"> · {formatDate(withdrawnOn)}</span>}
            {reason && (
              <p className="verbatim" lang={contentLang()}>
                {m.meeting_because({ reason })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
