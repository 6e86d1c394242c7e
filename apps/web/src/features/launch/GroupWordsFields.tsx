import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { TextField } from "../../ui/Field.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";

/** Words of a group about itself, as typed. */
export interface GroupWords {
  name: string;
  finalGoal: string;
  promise: string;
}

interface Props {
  words: GroupWords;
  set: (change: Partial<GroupWords>) => void;
}

/** Name, goal and promise of a group. */
export const GroupWordsFields = ({ words, set }: Props) => (
  <>
    <TextField
      name="name"
      data-most={limits["group.name"]}
      label={m.launch_name()}
      value={words.name}
      lang={contentLang()}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => set({ name: value })}
    />
    <WritingArea
      name="finalGoal"
      label={m.launch_goal()}
      help={m.launch_goal_help()}
      rows={3}
      maxLength={limits["group.finalGoal"]}
      value={words.finalGoal}
      lang={contentLang()}
      onChange={({ currentTarget: { value } }) => set({ finalGoal: value })}
    />
    <WritingArea
      name="promise"
      label={m.launch_promise()}
      rows={2}
      optional
      maxLength={limits["group.promise"]}
      value={words.promise}
      lang={contentLang()}
      onChange={({ currentTarget: { value } }) => set({ promise: value })}
    />
  </>
);
