import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  LeaveNearText,
  LeaveNearTextVariables,
  LeftNear_left,
  NearTexts_text,
  RestoreNearText,
  RestoreNearTextVariables,
} from "../../../graphql/operations.generated.ts";
import { Of } from "../../../shared/Of.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Refused } from "../../../ui/Refused.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { When } from "../../../ui/When.tsx";
import { NearTextsHead, NearTextsLink } from "../NearTexts.tsx";
import styles from "../NearTexts.module.css";

const fragment: TypedDocumentNode<LeftNear_left> = gql`
  fragment LeftNear_left on LeftNearText {
    leftOn
    leftBy
    text {
      ...NearTexts_text @unmask
    }
  }
  ${NearTextsHead.fragment}
`;

const leaveNearText: TypedDocumentNode<LeaveNearText, LeaveNearTextVariables> = gql`
  mutation LeaveNearText($input: LeaveNearTextInput!) {
    leaveNearText(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const restoreNearText: TypedDocumentNode<RestoreNearText, RestoreNearTextVariables> = gql`
  mutation RestoreNearText($input: RestoreNearTextInput!) {
    restoreNearText(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  /** The text that is being read. */
  id: string;
  /** Queries that an act changes, by name. */
  again: string[];
}

/** Says of a text that is shown as near that it says something else: it is left aside, and can be put back. */
export function LeaveNear({ id, text, again, onLeft }: Props & { text: NearTexts_text; onLeft: () => void }) {
  const act = useAct(leaveNearText, again);
  return <Act act={act} of={text} ids={[id, text.contribution.id]} word={m.near_leave()} onDone={onLeft} />;
}

/** Puts a text that was left aside back among those that are near. */
export function RestoreNear({ id, text, again, onRestored }: Props & { text: NearTexts_text; onRestored: () => void }) {
  const act = useAct(restoreNearText, again);
  return <Act act={act} of={text} ids={[id, text.contribution.id]} word={m.near_restore()} onDone={onRestored} />;
}

interface ActProps {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed"> & {
    run: (input: LeaveNearTextVariables["input"]) => Promise<unknown>;
  };
  of: NearTexts_text;
  ids: string[];
  word: string;
  onDone: () => void;
}

/** A button on two texts. It may stand in a form, which it does not send. */
function Act({ act, of: { contribution }, ids, word, onDone }: ActProps) {
  const press = async () => {
    if (await act.run({ contributionIds: ids })) onDone();
  };
  return (
    <div className={styles.act}>
      <Button small disabled={act.busy} onClick={() => void press()}>
        {word}
        <Of>{contribution.body.slice(0, 60)}</Of>
      </Button>
      <Refused acts={[act]} />
      <Failed because={act.failed} />
    </div>
  );
}

/** The texts that the team left aside beside one, folded; nothing while there is none. */
export const LeftNear = ({ left, ...props }: Props & { left: readonly LeftNear_left[]; onRestored: () => void }) =>
  left.length > 0 && (
    <Disclosure summary={m.near_left_list({ count: left.length })}>
      <ul className={styles.list}>
        {left.map(({ text, leftOn, leftBy }) => (
          <li key={text.contribution.id}>
            <NearTextsHead text={text} />
            <NearTextsLink text={text} />
            <p className="quiet">
              {leftBy && m.near_left_by({ name: leftBy })} <When date={leftOn} />
            </p>
            <RestoreNear {...props} text={text} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );

LeftNear.fragment = fragment;
