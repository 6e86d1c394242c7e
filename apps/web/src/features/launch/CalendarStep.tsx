import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { LaunchedGroup } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { useGroupEditing } from "./useGroupEditing.ts";

interface Props {
  group: LaunchedGroup;
  /** The calendar drawn back from a day, to be chosen. */
  drawing: ReactNode;
}

/** Second screen: the final date, and the calendar drawn back from it. */
export function CalendarStep({ group, drawing }: Props) {
  const { act, next } = useGroupEditing(group, {}, () => ({}), 3);
  return (
    <>
      {drawing}
      <More to={paths.scheduleWrite(group.slug)}>{m.launch_calendar_move()}</More>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.launch_step_calendar()}
        onSubmit={() => void next("objectives")}
      >
        <Failed because={act.failed} />
        <LaunchFoot>
          <Button type="submit" primary>
            {m.launch_to_objectives()} <Icon name="arrow" />
          </Button>
          <ButtonLink to={paths.groupLaunch(group.slug, "theme")}>{m.launch_back()}</ButtonLink>
        </LaunchFoot>
      </Form>
    </>
  );
}
