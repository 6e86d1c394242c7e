import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { LaunchedGroup, LaunchedObjective } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { moveObjective, withdrawObjective } from "./launch.mutations.tsx";
import styles from "./Launch.module.css";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { NewObjective, WordObjective } from "./ObjectiveForms.tsx";
import { useGroupEditing } from "./useGroupEditing.ts";

/** Third screen: the objectives in their order, each with its questionnaire. */
export function ObjectivesStep({ group }: { group: LaunchedGroup }) {
  const { act, next } = useGroupEditing(group, {}, () => ({}), 4);
  const { objectives, withdrawnObjectives } = group;
  return (
    <>
      {objectives.length === 0 ? (
        <p>{m.launch_objectives_none()}</p>
      ) : (
        <ol className={styles.lines}>
          {objectives.map((objective) => (
            <ObjectiveItem key={objective.id} objective={objective} count={objectives.length} />
          ))}
        </ol>
      )}
      <NewObjective group={group.slug} open={objectives.length === 0} key={objectives.length} />
      {withdrawnObjectives.length > 0 && (
        <>
          <h2>{m.launch_withdrawn()}</h2>
          <ul className="flow">
            {withdrawnObjectives.map((objective) => (
              <Withdrawn key={objective.id} objective={objective} />
            ))}
          </ul>
        </>
      )}
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.launch_step_objectives()}
        onSubmit={() => void next("team")}
      >
        {act.failed && <Notice tone="warn">{m.launch_not_saved()}</Notice>}
        <LaunchFoot>
          <Button type="submit" primary>
            {m.launch_to_team()} <Icon name="arrow" />
          </Button>
          <ButtonLink to={paths.groupLaunch(group.slug, "calendar")}>{m.launch_back()}</ButtonLink>
        </LaunchFoot>
      </Form>
    </>
  );
}

function ObjectiveItem({ objective, count }: { objective: LaunchedObjective; count: number }) {
  const [changing, setChanging] = useState(false);
  const move = useAct(moveObjective);
  const withdraw = useAct(withdrawObjective);
  const { slug, number, name, question, composed } = objective;
  return (
    <li className={changing ? undefined : styles.columns}>
      {changing ? (
        <WordObjective objective={objective} onDone={() => setChanging(false)} />
      ) : (
        <>
          <b className="figure" aria-hidden="true">
            {number}
          </b>
          <div>
            <h3 lang={contentLang()}>{name}</h3>
            <p lang={contentLang()}>{question}</p>
          </div>
          <div className="quiet">
            {composed.map(({ id, questionnaire: it, flaws }) => (
              <p key={id}>
                <Link to={paths.questionnaireWrite(it.slug)} lang={contentLang()}>
                  {it.title}
                </Link>
                <br />
                {m.launch_questionnaire({ count: it.questionCount, minutes: it.estimatedMinutes })}
                <br />
                {m.launch_dates({ from: formatDate(it.opensAt, "short"), to: formatDate(it.closesAt, "short") })}
                {flaws.length > 0 && it.questionCount > 0 && (
                  <>
                    <br />
                    <b>{m.launch_questionnaire_flaws()}</b>
                  </>
                )}
              </p>
            ))}
            {composed.length === 0 && (
              <p>
                {m.launch_questionnaire_none()}
                <br />
                <Link to={paths.questionnairesWrite()}>{m.launch_questionnaire_write()}</Link>
              </p>
            )}
          </div>
          <Form
            problems={[...move.problems, ...withdraw.problems]}
            busy={move.busy || withdraw.busy}
            label={name}
            onSubmit={(fields) =>
              fields.has("out")
                ? withdraw.run({ objective: slug, withdrawn: true })
                : move.run({ objective: slug, to: Number(fields.get("to")) })
            }
          >
            {(move.failed || withdraw.failed) && <Notice tone="warn">{m.launch_not_saved()}</Notice>}
            <div className="cluster">
              <Button small onClick={() => setChanging(true)} aria-label={m.launch_change_named({ name })}>
                {m.launch_change()}
              </Button>
              {number > 1 && (
                <Button small type="submit" name="to" value={number - 1} aria-label={m.launch_up_named({ name })}>
                  <Icon name="up" size={18} />
                </Button>
              )}
              {number < count && (
                <Button small type="submit" name="to" value={number + 1} aria-label={m.launch_down_named({ name })}>
                  <Icon name="down" size={18} />
                </Button>
              )}
              <Button small type="submit" name="out" value="1" aria-label={m.launch_withdraw_named({ name })}>
                <Icon name="cross" size={18} />
              </Button>
            </div>
          </Form>
        </>
      )}
    </li>
  );
}

/** An objective that was taken out, to be taken back. */
function Withdrawn({ objective: { slug, name } }: { objective: LaunchedObjective }) {
  const act = useAct(withdrawObjective);
  return (
    <li className="cluster">
      <span lang={contentLang()}>{name}</span>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={name}
        onSubmit={() => act.run({ objective: slug, withdrawn: false })}
      >
        {act.failed && <Notice tone="warn">{m.launch_not_saved()}</Notice>}
        <Button small type="submit" aria-label={m.launch_restore_named({ name })}>
          {m.launch_restore()}
        </Button>
      </Form>
    </li>
  );
}
