import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import type { LaunchedGroup } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useAct } from "../../ui/useAct.ts";
import { openGroup } from "./launch.mutations.tsx";
import styles from "./Launch.module.css";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { type LaunchStep, placeOf } from "./launchSteps.ts";
import { Erased, Rehearse } from "./Rehearse.tsx";

interface Line {
  step: LaunchStep;
  name: string;
  said: ReactNode;
  lacks: boolean;
}

/** All that was prepared, line by line, with what is lacking. */
function linesOf({ finalGoal, finalOn, objectives, team, smallTeam, milestones }: LaunchedGroup): Line[] {
  const composed = objectives.flatMap((objective) => objective.composed);
  const asked = composed.filter(({ questionnaire }) => questionnaire.questionCount > 0);
  const opens = asked.map(({ questionnaire }) => questionnaire.opensAt).toSorted()[0];
  const meetings = milestones.filter(({ kind }) => kind === "MEETING" || kind === "PRESENTATION").length;
  const people = new Set(team.map(({ displayName, id }) => displayName || id)).size;
  const watched = team.some(({ role }) => role === "MODERATOR");
  return [
    {
      step: "theme",
      name: m.launch_line_goal(),
      said: <span lang={contentLang()}>{finalGoal}</span>,
      lacks: !finalGoal,
    },
    {
      step: "calendar",
      name: m.launch_line_calendar(),
      said: finalOn
        ? m.launch_calendar_said({ count: meetings, date: formatDate(finalOn) })
        : m.launch_calendar_lacks(),
      lacks: !finalOn,
    },
    {
      step: "objectives",
      name: m.launch_line_questions(),
      said:
        objectives.length === 0
          ? m.launch_objectives_none()
          : opens
            ? m.launch_questions_said({ count: asked.length, date: formatDate(opens, "time") })
            : m.launch_questions_none({ count: objectives.length }),
      lacks:
        asked.length < objectives.length || objectives.length === 0 || composed.some(({ flaws }) => flaws.length > 0),
    },
    {
      step: "team",
      name: m.launch_line_team(),
      said: `${m.launch_team_said({ count: people })}${smallTeam ? m.launch_team_small() : ""}${watched ? "" : m.launch_team_unwatched()}`,
      lacks: !watched || !team.some(({ role }) => role === "RAPPORTEUR"),
    },
  ];
}

/** Fifth screen: read again, rehearse, then open: where there was a rehearsal, after all that goes was read. */
export function OpenStep({ group }: { group: LaunchedGroup }) {
  const act = useAct(openGroup, ["GroupLaunchPage"]);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { slug, objectives, finalOn, rehearsal, viewerCan } = group;
  const open = async () => {
    setAsking(false);
    if (await act.run({ group: slug })) void navigate(paths.group(slug));
  };
  return (
    <>
      <ul className={styles.lines}>
        {linesOf(group).map(({ step, name, said, lacks }) => (
          <li key={step} className={styles.line}>
            <Icon name={lacks ? "alert" : "tick"} size={20} />
            <b>
              {name}
              {lacks && <span className="visually-hidden"> {m.launch_line_lacks()}</span>}
            </b>
            <span>{said}</span>
            <Link to={paths.groupLaunch(slug, step)} aria-label={m.launch_change_named({ name })}>
              {m.launch_change()}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.pair}>
        {viewerCan.rehearse && <Rehearse group={group} />}
        <Card as="section">
          <h2>{m.launch_open()}</h2>
          <p>
            <b>{m.launch_open_who()}</b> {m.launch_open_what()}
          </p>
          {rehearsal && <Erased group={group} />}
          <Form
            problems={act.problems}
            busy={act.busy}
            label={m.launch_open()}
            labelOf={(field) => placeOf[field]?.label()}
            hrefOf={(field) => (placeOf[field] ? paths.groupLaunch(slug, placeOf[field].step) : undefined)}
            onSubmit={() => (rehearsal ? setAsking(true) : void open())}
          >
            <Failed because={act.failed}>{m.launch_not_saved()}</Failed>
            <p>
              <Button type="submit" primary disabled={objectives.length === 0 || !finalOn}>
                {m.launch_open_go()}
              </Button>
            </p>
          </Form>
          <Dialog open={asking} onClose={() => setAsking(false)} title={m.rehearsal_open_title()}>
            <Erased group={group} />
            <p>{m.rehearsal_open_kept()}</p>
            <p className="cluster">
              <Button onClick={() => void open()}>{m.rehearsal_open_yes()}</Button>
              <Button primary data-first onClick={() => setAsking(false)}>
                {m.rehearsal_go_on()}
              </Button>
            </p>
          </Dialog>
        </Card>
      </div>
      <LaunchFoot>
        <ButtonLink to={paths.groupLaunch(slug, "team")}>{m.launch_back()}</ButtonLink>
      </LaunchFoot>
    </>
  );
}
