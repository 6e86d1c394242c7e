import { use } from "react";
import { useNavigate } from "react-router-dom";
import type { EditGroupVariables, LaunchedGroup } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { useAct } from "../../ui/useAct.ts";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { editGroup } from "./launch.mutations.tsx";
import type { LaunchStep } from "./launchSteps.ts";

/** Some fields of a group being edited on one of its screens: saved, then on to another screen. */
export function useGroupEditing<Fields extends object>(
  { id, slug, name, version, launchStep }: Pick<LaunchedGroup, "id" | "slug" | "name" | "version" | "launchStep">,
  fields: Fields,
  sent: (fields: Fields) => Omit<EditGroupVariables["input"], "group" | "version">,
  reaches: number,
) {
  const act = useAct(editGroup);
  const navigate = useNavigate();
  const unsaved = use(UnsavedContext);
  const send = async (mine: Fields, at: number, step: number) =>
    !!(await act.run({ group: slug, version: at, ...sent(mine), launchStep: step }));
  const editing = useEditing({
    id: `group ${id} ${Object.keys(fields).join()}`,
    name,
    version,
    fields,
    save: (mine, _, at) => send(mine, at, launchStep),
  });
  /** Saves what was typed, in the other forms of a screen that is left too, and goes on; stays where none is named. */
  const next = async (step: LaunchStep | null) => {
    if (editing.undecided.length > 0) return;
    if (step && !editing.dirty) for (const form of unsaved.all()) if (!(await form.save())) return;
    const isNew = step !== null && reaches > launchStep;
    if ((editing.dirty || isNew) && !(await send(editing.mine, editing.edited.version, step ? reaches : launchStep)))
      return;
    unsaved.forget();
    editing.forget();
    if (step) void navigate(paths.groupLaunch(slug, step));
  };
  return { ...editing, act, next };
}

/** The words of a group, of which the first promise is written on its screens; the others stay. */
export function useGroupWords<Fields extends object>(group: LaunchedGroup, fields: Fields, reaches: number) {
  const [promise = "", ...others] = group.commitments;
  const { name, finalGoal } = group;
  return useGroupEditing(
    group,
    { ...fields, name, finalGoal, promise },
    ({ promise: first, ...words }) => ({ ...words, commitments: [first, ...others] }),
    reaches,
  );
}
