import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type FocusEvent, use } from "react";
import type { MeetingsOfChanges, MeetingsOfChangesVariables } from "../../../graphql/operations.generated.ts";
import { authorOf } from "../../../i18n/voices.ts";
import { Button } from "../../../ui/Button.tsx";
import choice from "../../../ui/Choice.module.css";
import { Fieldset } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { WritingArea } from "../../../ui/WritingArea.tsx";
import { editSynthesis } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { Differences } from "../Differences.tsx";
import { sameField } from "../paragraph/paragraphFields.ts";
import { SaveState } from "../SaveState.tsx";
import { useSaving } from "../../../ui/useSaving.ts";
import type { Version } from "../writing.tsx";
import { OlderReactions, useReactions } from "./useReactions.tsx";

interface Fields {
  changes: string;
  reactions: readonly string[];
  meetings: readonly string[];
}

/** Meetings on an objective that may have changed its synthesis: the last ones. */
const query: TypedDocumentNode<MeetingsOfChanges, MeetingsOfChangesVariables> = gql`
  query MeetingsOfChanges($objective: String!) {
    meetings(objective: $objective, first: 40) {
      id
      title
      state
    }
  }
`;

const labels: Record<keyof Fields, () => string> = {
  changes: m.synthesis_field_changes,
  reactions: m.synthesis_field_reactions,
  meetings: m.synthesis_field_meetings,
};

interface Props {
  version: Version;
  objective: string;
  /** False while it waits behind another view, with what was typed. */
  shown: boolean;
}

/** Changes of a new version, and their causes. */
export function Changes({ version, objective, shown }: Props) {
  const asked = useQuery(query, { variables: { objective } });
  const held = (asked.data?.meetings ?? []).filter(({ state }) => state !== "ANNOUNCED" && state !== "CANCELLED");
  const chosen = version.causes.flatMap(({ meeting }) => meeting ?? []);
  const meetings = [...new Map([...chosen, ...held].map((one) => [one.id, one])).values()];
  const { synthesis, hold, refresh } = use(DeskContext);
  const [edit] = useMutation(editSynthesis);
  const { whole, byParagraph } = useReactions(shown);
  // Those that were chosen may be older than what is asked for.
  const said = [
    ...version.causes.flatMap(({ reaction }) => reaction ?? []),
    ...[...byParagraph.values()].flat(),
    ...whole,
  ];
  const reactions = [...new Map(said.map((one) => [one.id, one])).values()];
  const saving = useSaving<Fields>({
    id: `${version.id}:changes`,
    name: m.synthesis_field_changes(),
    version: version.edit,
    fields: {
      changes: version.changes ?? "",
      reactions: version.causes.flatMap(({ reaction }) => reaction?.id ?? []),
      meetings: version.causes.flatMap(({ meeting }) => meeting?.id ?? []),
    },
    same: sameField,
    refresh,
    send: async (fields, _, read) => {
      const { data } = await hold(
        edit({
          variables: {
            input: {
              id: synthesis.id,
              edit: read,
              changes: fields.changes.trim(),
              causedByReactions: [...fields.reactions],
              causedByMeetings: [...fields.meetings],
            },
          },
        }),
      );
      return data!.editSynthesis.problems;
    },
  });
  const { mine, set, dirty, save } = saving;
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (dirty && !event.currentTarget.contains(event.relatedTarget)) void save();
  };
  const names = new Map([
    ...reactions.map((one) => [one.id, m.synthesis_changed_reaction({ who: authorOf(one), text: one.text })] as const),
    ...meetings.map(({ id, title }) => [id, m.synthesis_changed_meeting({ title })] as const),
  ]);
  const lists = [
    { name: "reactions" as const, ids: reactions.map(({ id }) => id) },
    { name: "meetings" as const, ids: meetings.map(({ id }) => id) },
  ];
  return (
    <div onBlur={leave} className="writing-beside">
      <SaveState state={saving.state} failure={saving.failure} />
      <Form
        problems={saving.problems}
        summary={false}
        busy={saving.busy}
        label={m.synthesis_changes()}
        onSubmit={() => void save()}
      >
        <Differences
          saving={saving}
          labelOf={(field) => labels[field]()}
          show={(_, value) =>
            Array.isArray(value) ? (value as string[]).map((id) => names.get(id)).join("\n") : String(value)
          }
          join={(_, a, b) =>
            Array.isArray(a) && Array.isArray(b) ? [...new Set([...a, ...b])] : `${String(a)}\n${String(b)}`
          }
        />
        <WritingArea
          name="changes"
          label={m.synthesis_field_changes()}
          help={m.synthesis_field_changes_help()}
          rows={3}
          value={mine.changes}
          onChange={(event) => set({ changes: event.currentTarget.value })}
        />
        {lists.map(
          ({ name, ids }) =>
            ids.length > 0 && (
              <Fieldset name={name} legend={labels[name]()} optional key={name}>
                {name === "reactions" && <OlderReactions reactions={whole} />}
                {name === "reactions" &&
                  [...byParagraph].map(([id, those]) => <OlderReactions paragraph={id} reactions={those} key={id} />)}
                <ul className="writing-causes">
                  {ids.map((id) => (
                    <li key={id}>
                      <label>
                        <input
                          type="checkbox"
                          className={choice.checkbox}
                          checked={mine[name].includes(id)}
                          onChange={(event) =>
                            set({
                              [name]: event.currentTarget.checked
                                ? [...mine[name], id]
                                : mine[name].filter((one) => one !== id),
                            })
                          }
                        />
                        <span>{names.get(id)}</span>
                      </label>
                    </li>
                  ))}
                </ul>
              </Fieldset>
            ),
        )}
        <Button type="submit" small>
          {m.synthesis_save()}
        </Button>
      </Form>
    </div>
  );
}
