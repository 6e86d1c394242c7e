import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { NumberedDisc } from "../../ui/NumberedDisc.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { useAnyUnsaved } from "../../ui/unsaved.ts";
import styles from "./Launch.module.css";
import { type LaunchStep, launchSteps } from "./launchSteps.ts";

const names: Record<LaunchStep, () => string> = {
  theme: m.launch_step_theme,
  calendar: m.launch_step_calendar,
  objectives: m.launch_step_objectives,
  team: m.launch_step_team,
  open: m.launch_step_open,
};

interface Props {
  step: LaunchStep;
  /** The group, once it is begun. */
  slug?: string;
  /** Screen that was reached, 1 to 5. */
  reached: number;
  title: string;
  lead: ReactNode;
  /** A word under the steps. */
  note: ReactNode;
  children: ReactNode;
}

/** One of the five screens: where one is, the question it asks. */
export const LaunchFrame = ({ step, slug, reached, title, lead, note, children }: Props) => (
  <Ruled>
    <PageHead
      title={title}
      lead={<p>{lead}</p>}
      margin={m.launch_title()}
      note={
        <>
          <nav aria-label={m.launch_steps()}>
            <ol className={styles.steps}>
              {launchSteps.map((one, index) => (
                <StepItem key={one} {...{ step, slug, one }} number={index + 1} done={index + 1 < reached} />
              ))}
            </ol>
          </nav>
          <span className={styles.note}>{note}</span>
        </>
      }
    >
      <div className={styles.screen}>{children}</div>
    </PageHead>
  </Ruled>
);

interface StepProps {
  one: LaunchStep;
  step: LaunchStep;
  slug: string | undefined;
  number: number;
  done: boolean;
}

function StepItem({ one, step, slug, number, done }: StepProps) {
  const isHere = one === step;
  const isBehind = done && !isHere;
  const words = (
    <>
      <NumberedDisc number={number} done={isBehind} />
      <span>
        {names[one]()}
        {isBehind && <span className="visually-hidden"> {m.ui_step_done()}</span>}
      </span>
    </>
  );
  return (
    <li>
      {slug ? (
        <Link to={paths.groupLaunch(slug, one)} aria-current={isHere ? "step" : undefined}>
          {words}
        </Link>
      ) : (
        <span aria-current={isHere ? "step" : undefined}>{words}</span>
      )}
    </li>
  );
}

interface FootProps {
  children: ReactNode;
  /** True where nothing is on the site yet. */
  isNew?: boolean;
}

/** Foot of a screen: on, back, and whether all that is on it is saved. */
export function LaunchFoot({ children, isNew = false }: FootProps) {
  const isUnsaved = useAnyUnsaved();
  return (
    <div className={styles.foot}>
      {children}
      <span className="quiet">
        {isNew || isUnsaved ? (
          m.launch_unsaved()
        ) : (
          <>
            <Icon name="tick" size={18} /> {m.launch_saved()}
          </>
        )}
      </span>
    </div>
  );
}
