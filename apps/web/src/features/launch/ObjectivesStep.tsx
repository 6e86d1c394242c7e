import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { LaunchedGroup, LaunchedObjective } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useAct } from "../../ui/useAct.ts";
import { moveObjective, withdrawObjective } from "./launch.mutations.tsx";
import styles from "./Launch.module.css";
import { AskedBy } from "./AskedBy.tsx";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { NewObjective, WordObjective } from "./ObjectiveForms.tsx";
import { useGroupEditing } from "./useGroupEditing.ts";

/** Third screen: the objectives in their order, each with its questionnaire. */
export function ObjectivesStep({ group }: { group: LaunchedGroup }) {
  const { act, next } = useGroupEditing(group, {}, () => ({}), 4);
  return (
    <>
      <ObjectivesEditor group={group} />
      <FinalDay finalOn={group.finalOn} />
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.launch_step_objectives()}
        onSubmit={() => void next("team")}
      >
        <Failed because={act.failed} />
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

/** The day of the presentation, which objectives that come in and out may move: said when they do. */
function FinalDay({ finalOn }: Pick<LaunchedGroup, "finalOn">) {
  const [before] = useState(finalOn);
  const to = finalOn && formatDate(finalOn);
  return (
    <output>
      {to &&
        (before && before !== finalOn
          ? m.launch_final_moved({ from: formatDate(before), to })
          : m.launch_preview_final({ date: to }))}
    </output>
  );
}

const toSummary = (box: HTMLElement | null) => box?.querySelector("summary")?.focus();

/** The objectives of a group, to be worded, moved, taken out and back; once it is open, with a reason. */
export function ObjectivesEditor({ group }: { group: LaunchedGroup }) {
  const { objectives, withdrawnObjectives } = group;
  const reasoned = group.state !== "PREPARING";
  const [made, setMade] = useState(0);
  const turn = `${objectives.length} ${made}`;
  const [first] = useState(turn);
  return (
    <>
      {objectives.length === 0 ? (
        <p>{m.launch_objectives_none()}</p>
      ) : (
        <ol className={styles.lines}>
          {objectives.map((objective) => (
            <ObjectiveItem key={objective.id} {...{ objective, reasoned }} count={objectives.length} />
          ))}
        </ol>
      )}
      {/* What was pressed is gone, once an objective came in or went out: the focus is where the next one begins. */}
      <div key={turn} ref={turn === first ? undefined : toSummary}>
        <NewObjective group={group.slug} open={objectives.length === 0} onMade={() => setMade(made + 1)} />
      </div>
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
    </>
  );
}

interface ItemProps {
  objective: LaunchedObjective;
  count: number;
  reasoned: boolean;
}

function ObjectiveItem({ objective, count, reasoned }: ItemProps) {
  const [changing, setChanging] = useState(false);
  const move = useAct(moveObjective);
  const withdraw = useAct(withdrawObjective);
  const { slug, number, name, question, composed } = objective;
  return (
    <li className={changing ? undefined : styles.columns}>
      {changing ? (
        <WordObjective objective={objective} reasoned={reasoned} onDone={() => setChanging(false)} />
      ) : (
        <>
          <b className="figure" aria-hidden="true">
            {number}
          </b>
          <div>
            <h2 lang={contentLang()}>{name}</h2>
            <p lang={contentLang()}>{question}</p>
          </div>
          <div className="quiet">
            {composed.map(({ id, questionnaire: it, flaws, firstQuestion }) => (
              <p key={id}>
                <Link to={paths.questionnaireWrite(it.slug)} lang={contentLang()}>
                  {it.title}
                </Link>
                <br />
                {m.launch_questionnaire({ count: it.questionCount, minutes: it.estimatedMinutes })}
                <br />
                {m.launch_dates({ from: formatDate(it.opensAt, "short"), to: formatDate(it.closesAt, "short") })}
                {firstQuestion && (
                  <>
                    <br />
                    {m.launch_first_question()}{" "}
                    <span lang={contentLang()}>{m.launch_quoted({ words: firstQuestion })}</span>
                  </>
                )}
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
            problems={[...move.problems, ...(reasoned ? [] : withdraw.problems)]}
            busy={move.busy || withdraw.busy}
            label={name}
            onSubmit={(fields) =>
              fields.has("out")
                ? withdraw.run({ objective: slug, withdrawn: true })
                : move.run({ objective: slug, to: Number(fields.get("to")) })
            }
          >
            <Failed because={move.failed || withdraw.failed} />
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
              {!reasoned && (
                <Button small type="submit" name="out" value="1" aria-label={m.launch_withdraw_named({ name })}>
                  <Icon name="cross" size={18} />
                </Button>
              )}
            </div>
          </Form>
          {reasoned && <TakeOut objective={objective} />}
        </>
      )}
    </li>
  );
}

/** Takes an objective of an open group out, with a reason that everybody reads. */
function TakeOut({ objective: { slug, name } }: { objective: LaunchedObjective }) {
  const act = useAct(withdrawObjective);
  return (
    <Disclosure summary={m.launch_withdraw_named({ name })}>
      <KeptForm
        problems={act.problems}
        busy={act.busy}
        kept={`objective out ${slug}`}
        label={m.launch_withdraw_named({ name })}
        onSubmit={(fields) => act.run({ objective: slug, withdrawn: true, reason: fields.get("reason") as string })}
      >
        <WritingArea name="reason" label={m.launch_withdraw_reason()} rows={2} maxLength={limits["group.reason"]} />
        <AskedBy problems={act.problems} />
        <Failed because={act.failed} />
        <Button type="submit">{m.launch_withdraw()}</Button>
      </KeptForm>
    </Disclosure>
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
        <Failed because={act.failed} />
        <Button small type="submit" aria-label={m.launch_restore_named({ name })}>
          {m.launch_restore()}
        </Button>
      </Form>
    </li>
  );
}
