import { m } from "@cahier/schema/messages";
import type { LaunchedGroup } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { ThemeFields, type ThemeOption, type ThemeWords } from "./ThemeFields.tsx";
import { useGroupWords } from "./useGroupEditing.ts";

const labels: Record<keyof ThemeWords, () => string> = {
  theme: m.launch_theme,
  name: m.launch_name,
  finalGoal: m.launch_goal,
  promise: m.launch_promise,
};

/** First screen of a group that is begun: its theme and its goal, to be changed. */
export function ThemeStep({ group, themes }: { group: LaunchedGroup; themes: readonly ThemeOption[] }) {
  const editing = useGroupWords(group, { theme: group.theme.slug }, 2);
  const { mine, set, act, next } = editing;
  return (
    <Form
      problems={act.problems.filter(({ code }) => code !== "STALE")}
      busy={act.busy}
      label={m.launch_step_theme()}
      labelOf={(field) => labels[field as keyof ThemeWords]?.()}
      onSubmit={() => void next("calendar")}
    >
      <SavedByBoth
        editing={editing}
        labelOf={(name) => labels[name]()}
        show={(name, value) => (name === "theme" ? (themes.find(({ slug }) => slug === value)?.title ?? "") : value)}
      />
      <ThemeFields
        words={mine}
        set={set}
        themes={themes}
        onTheme={(theme) => set({ theme })}
        dates={group.finalOn && m.launch_preview_final({ date: formatDate(group.finalOn) })}
      />
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      <LaunchFoot>
        <Button type="submit" primary>
          {m.launch_to_calendar()} <Icon name="arrow" />
        </Button>
      </LaunchFoot>
    </Form>
  );
}
