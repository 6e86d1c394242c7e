import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import type {
  BeginRehearsal,
  BeginRehearsalVariables,
  EraseRehearsal,
  EraseRehearsalVariables,
  LaunchedGroup,
  TakeUpRehearsal,
  TakeUpRehearsalVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { EnterRehearsal } from "../../shared/EnterRehearsal.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { launchedGroup } from "./launch.mutations.tsx";
import { placeOf } from "./launchSteps.ts";

const beginRehearsal: TypedDocumentNode<BeginRehearsal, BeginRehearsalVariables> = gql`
  mutation BeginRehearsal($input: BeginRehearsalInput!) {
    beginRehearsal(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

const eraseRehearsal: TypedDocumentNode<EraseRehearsal, EraseRehearsalVariables> = gql`
  mutation EraseRehearsal($input: EraseRehearsalInput!) {
    eraseRehearsal(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

const takeUpRehearsal: TypedDocumentNode<TakeUpRehearsal, TakeUpRehearsalVariables> = gql`
  mutation TakeUpRehearsal($input: TakeUpRehearsalInput!) {
    takeUpRehearsal(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

/** All that a rehearsal holds, in words; null where nothing was made in it. */
export function rehearsed({ rehearsal }: Pick<LaunchedGroup, "rehearsal">): string | null {
  if (!rehearsal) return null;
  const figures = [
    [rehearsal.responses, m.rehearsal_responses],
    [rehearsal.contributions, m.rehearsal_contributions],
    [rehearsal.passages, m.rehearsal_passages],
    [rehearsal.keyPoints, m.rehearsal_keyPoints],
    [rehearsal.syntheses, m.rehearsal_syntheses],
    [rehearsal.proposals, m.rehearsal_proposals],
  ] as const;
  const said = figures.flatMap(([count, say]) => (count > 0 ? [say({ count })] : []));
  return said.length > 0 ? new Intl.ListFormat(getLocale()).format(said) : null;
}

/** « Répéter »: the team does all for real on a sealed copy of the group; it is entered, erased and begun again. */
export function Rehearse({ group }: { group: LaunchedGroup }) {
  const begin = useAct(beginRehearsal);
  const erase = useAct(eraseRehearsal);
  const [asking, setAsking] = useState(false);
  const { slug, rehearsal } = group;
  const act = rehearsal ? erase : begin;
  const eraseAll = async () => {
    setAsking(false);
    await erase.run({ group: slug });
  };
  return (
    <Card as="section">
      <h2>{m.rehearsal_title()}</h2>
      <p>{m.rehearsal_lead()}</p>
      {rehearsal ? (
        <>
          <p>{m.rehearsal_so_far({ what: rehearsed(group) ?? m.rehearsal_nothing() })}</p>
          <p className="quiet">{m.rehearsal_begun({ date: formatDate(rehearsal.begunAt, "time") })}</p>
          <div>
            <EnterRehearsal group={slug} />
          </div>
          <p className="quiet">{m.rehearsal_share()}</p>
          <Changed group={group} />
        </>
      ) : null}
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.rehearsal_title()}
        labelOf={(field) => placeOf[field]?.label()}
        onSubmit={() => (rehearsal ? setAsking(true) : void begin.run({ group: slug }))}
      >
        <Failed because={act.failed} />
        <Button type="submit">{rehearsal ? m.rehearsal_erase() : m.rehearsal_begin()}</Button>
      </Form>
      <Dialog open={asking} onClose={() => setAsking(false)} title={m.rehearsal_erase()}>
        <Erased group={group} />
        <p className="cluster">
          <Button onClick={() => void eraseAll()}>{m.rehearsal_erase_yes()}</Button>
          <Button primary data-first onClick={() => setAsking(false)}>
            {m.rehearsal_keep()}
          </Button>
        </p>
      </Dialog>
    </Card>
  );
}

/** Changes of the rehearsal, to be taken up into the group before it is erased. */
function Changed({ group }: { group: LaunchedGroup }) {
  const takeUp = useAct(takeUpRehearsal);
  const [taken, setTaken] = useState(false);
  const changes = group.rehearsal!.changes;
  const run = async () => setTaken((await takeUp.run({ group: group.slug })) !== null);
  return (
    <>
      {changes.length > 0 && (
        <Form
          problems={takeUp.problems}
          busy={takeUp.busy}
          label={m.rehearsal_take_up()}
          labelOf={(field) => placeOf[field]?.label()}
          onSubmit={() => void run()}
        >
          <Changes of={changes} />
          <Failed because={takeUp.failed} />
          {group.viewerCan.run && changes.some(({ onBothSides }) => !onBothSides) && (
            <Button type="submit" primary>
              {m.rehearsal_take_up()}
            </Button>
          )}
        </Form>
      )}
      <output>{taken && changes.length === 0 && m.rehearsal_taken_up()}</output>
    </>
  );
}

const Changes = ({ of }: { of: NonNullable<LaunchedGroup["rehearsal"]>["changes"] }) => (
  <>
    <p>{m.rehearsal_changed()}</p>
    <ul>
      {of.map(({ id, title, onBothSides }) => (
        <li key={id}>{onBothSides ? m.rehearsal_changed_both({ title }) : title}</li>
      ))}
    </ul>
  </>
);

/** All that goes, counted, for whoever erases or opens. */
export const Erased = ({ group }: { group: LaunchedGroup }) => (
  <>
    <p>
      {m.rehearsal_erased()} <b>{rehearsed(group) ?? m.rehearsal_nothing()}</b>. {m.rehearsal_erased_forever()}
    </p>
    {group.rehearsal && group.rehearsal.changes.length > 0 && (
      <>
        <Changes of={group.rehearsal.changes} />
        <p>
          <b>{m.rehearsal_changed_lost()}</b>
        </p>
      </>
    )}
  </>
);
