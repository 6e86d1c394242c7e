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
  key: string;
  /** Page where it is changed; null for whoever may not. */
  to: string | null;
  name: string;
  said: ReactNode;
  lacks: boolean;
}

/** Words of the instance about personal data, and whether the law asks for more. */
interface Told {
  controller: string | null;
  lacking: readonly string[];
}

/** All that was prepared, line by line, with what is lacking. */
function linesOf(group: LaunchedGroup, instance: Told, toInstance: boolean): Line[] {
  const { slug, finalGoal, finalOn, objectives, team, smallTeam, milestones } = group;
  const composed = objectives.flatMap((objective) => objective.composed);
  const asked = composed.filter(({ questionnaire }) => questionnaire.questionCount > 0);
  const opens = asked.map(({ questionnaire }) => questionnaire.opensAt).toSorted()[0];
  const meetings = milestones.filter(({ kind }) => kind === "MEETING" || kind === "PRESENTATION").length;
  const people = new Set(team.map(({ displayName, id }) => displayName || id)).size;
  const at = (step: LaunchStep) => ({ key: step, to: paths.groupLaunch(slug, step) });
  const watched = team.some(({ role }) => role === "MODERATOR");
  return [
    {
      ...at("theme"),
      name: m.launch_line_goal(),
      said: <span lang={contentLang()}>{finalGoal}</span>,
      lacks: !finalGoal,
    },
    {
      ...at("calendar"),
      name: m.launch_line_calendar(),
      said: finalOn
        ? m.launch_calendar_said({ count: meetings, date: formatDate(finalOn) })
        : m.launch_calendar_lacks(),
      lacks: !finalOn,
    },
    {
      ...at("objectives"),
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
      ...at("team"),
      name: m.launch_line_team(),
      said: `${m.launch_team_said({ count: people })}${smallTeam ? m.launch_team_small() : ""}${watched ? "" : m.launch_team_unwatched()}`,
      lacks: !watched || !team.some(({ role }) => role === "RAPPORTEUR"),
    },
    {
      key: "privacy",
      to: toInstance ? paths.instance() : null,
      name: m.launch_line_privacy(),
      said:
        instance.controller && instance.lacking.length === 0
          ? m.launch_privacy_said({ who: instance.controller })
          : m.launch_privacy_lacks(),
      lacks: instance.lacking.length > 0,
    },
  ];
}

interface Props {
  group: LaunchedGroup;
  instance: Told;
  /** The viewer may say what the instance is. */
  toInstance: boolean;
}

/** Fifth screen: read again, rehearse, then open: where there was a rehearsal, after all that goes was read. */
export function OpenStep({ group, instance, toInstance }: Props) {
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
        {linesOf(group, instance, toInstance).map(({ key, to, name, said, lacks }) => (
          <li key={key} className={styles.line}>
            <Icon name={lacks ? "alert" : "tick"} size={20} />
            <b>
              {name}
              {lacks && <span className="visually-hidden"> {m.launch_line_lacks()}</span>}
            </b>
            <span>{said}</span>
            {to && (
              <Link to={to} aria-label={m.launch_change_named({ name })}>
                {m.launch_change()}
              </Link>
            )}
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
            <Failed because={act.failed} />
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
