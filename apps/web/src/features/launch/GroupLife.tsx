import { limits } from "@cahier/schema/limits";
import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  ArchiveGroup,
  ArchiveGroupVariables,
  LaunchedGroup,
  ReopenGroup,
  ReopenGroupVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { AskedBy } from "./AskedBy.tsx";
import { GroupWordsFields } from "./GroupWordsFields.tsx";
import { launchedGroup } from "./launch.mutations.tsx";
import { useGroupWords } from "./useGroupEditing.ts";

const archiveGroup: TypedDocumentNode<ArchiveGroup, ArchiveGroupVariables> = gql`
  mutation ArchiveGroup($input: ArchiveGroupInput!) {
    archiveGroup(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

const reopenGroup: TypedDocumentNode<ReopenGroup, ReopenGroupVariables> = gql`
  mutation ReopenGroup($input: ReopenGroupInput!) {
    reopenGroup(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

const labels = { name: m.launch_name, finalGoal: m.launch_goal, promise: m.launch_promise };
const labelOf = (field: string) => labels[field as keyof typeof labels]?.();

/** Name, goal and promise of a group that is open. */
export function GroupWordsForm({ group }: { group: LaunchedGroup }) {
  const editing = useGroupWords(group, {}, 5);
  const { mine, set, act, next } = editing;
  return (
    <Form
      problems={act.problems.filter(({ code }) => code !== "STALE")}
      busy={act.busy}
      label={m.launch_words()}
      labelOf={labelOf}
      onSubmit={() => void next(null)}
    >
      <SavedByBoth editing={editing} labelOf={(name) => labels[name]()} show={(_, value) => value} />
      <GroupWordsFields words={mine} set={set} />
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      <Button type="submit">{m.launch_save()}</Button>
    </Form>
  );
}

/** The end of a group, or of its preparation: what came of it, and thanks to all who left an address; or its beginning anew. */
export function EndGroup({ group }: { group: LaunchedGroup }) {
  const archive = useAct(archiveGroup);
  const reopen = useAct(reopenGroup);
  const { slug, version, archivedOn, preparing } = group;
  const [end, again] = preparing ? [m.launch_aside(), m.launch_aside_back()] : [m.launch_archive(), m.launch_reopen()];
  const kept = `group end ${slug}`;
  const act = archivedOn ? reopen : archive;
  const send = async (fields: FormData) => {
    const text = (name: string) => fields.get(name) as string;
    const done = archivedOn
      ? await reopen.run({ group: slug, reason: text("reason") })
      : await archive.run({ group: slug, version, outcome: text("outcome") });
    if (done) forgetKept(kept);
  };
  return (
    <Form problems={act.problems} busy={act.busy} label={archivedOn ? again : end} onSubmit={send} key={archivedOn}>
      <KeptFields name={kept} />
      {archivedOn ? (
        <>
          <p>{(preparing ? m.launch_set_aside : m.launch_archived)({ date: formatDate(archivedOn) })}</p>
          <WritingArea name="reason" label={m.launch_reopen_reason()} rows={2} maxLength={limits["group.reason"]} />
        </>
      ) : (
        <>
          <p>{preparing ? m.launch_aside_lead() : m.launch_archive_lead()}</p>
          <WritingArea
            name="outcome"
            label={preparing ? m.launch_aside_reason() : m.launch_outcome()}
            help={preparing ? undefined : m.launch_outcome_help()}
            rows={4}
            maxLength={limits["group.outcome"]}
          />
        </>
      )}
      <AskedBy problems={act.problems} />
      <Failed because={act.failed} />
      <Button type="submit">{archivedOn ? again : end}</Button>
    </Form>
  );
}
