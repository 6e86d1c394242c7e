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

const again = ["NearTexts"];

interface Props {
  /** The text that is being read. */
  id: string;
  onSaid: (said: string) => void;
}

/** Says of a text that is shown as near that it says something else: it waits below, and is put back there. */
export function LeaveNear({ id, text: { contribution }, onSaid }: Props & { text: NearTexts_text }) {
  const { run, problems, busy, failed } = useAct(leaveNearText, again);
  const leave = async () => {
    if (await run({ contributionIds: [id, contribution.id] })) onSaid(m.near_left());
  };
  return (
    <Form problems={problems} busy={busy} onSubmit={() => void leave()}>
      <Button type="submit" small>
        {m.near_leave()}
        <Of>{contribution.body.slice(0, 60)}</Of>
      </Button>
      <Failed because={failed} />
    </Form>
  );
}

/** The texts that the team left aside beside one, folded; nothing while there is none. */
export const LeftNear = ({ left, ...props }: Props & { left: readonly LeftNear_left[] }) =>
  left.length > 0 && (
    <Disclosure summary={m.near_left_list({ count: left.length })}>
      <ul className={styles.list}>
        {left.map((one) => (
          <LeftLine {...props} one={one} key={one.text.contribution.id} />
        ))}
      </ul>
    </Disclosure>
  );

/** A text that somebody left aside, with the way back. */
function LeftLine({ id, one: { text, leftOn, leftBy }, onSaid }: Props & { one: LeftNear_left }) {
  const { run, problems, busy, failed } = useAct(restoreNearText, again);
  const restore = async () => {
    if (await run({ contributionIds: [id, text.contribution.id] })) onSaid(m.near_restored());
  };
  return (
    <li>
      <NearTextsHead text={text} />
      <NearTextsLink text={text} />
      <p className="quiet">
        {leftBy && m.near_left_by({ name: leftBy })} <When date={leftOn} />
      </p>
      <Form problems={problems} busy={busy} onSubmit={() => void restore()}>
        <Button type="submit" small>
          {m.near_restore()}
          <Of>{text.contribution.body.slice(0, 60)}</Of>
        </Button>
        <Failed because={failed} />
      </Form>
    </li>
  );
}

LeftNear.fragment = fragment;
