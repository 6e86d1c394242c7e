import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ReactNode } from "react";
import { Link, useHref, useLocation } from "react-router-dom";
import { m } from "@cahier/schema/messages";
import type {
  JoinGroup_group,
  JoinGroup_joined,
  JoinRegionalGroup,
  JoinRegionalGroupVariables,
  LeaveRegionalGroup,
  LeaveRegionalGroupVariables,
} from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { paths } from "../../paths.ts";
import { ownRegionKey, useOwnRegion } from "../../shared/ownRegion.ts";
import { Button } from "../../ui/Button.tsx";
import { keepOnDevice } from "../../ui/device.ts";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const fragment: TypedDocumentNode<JoinGroup_group> = gql`
  fragment JoinGroup_group on RegionalGroup {
    id
    name
    joined
    held
    members
    watchable {
      kind
      id
      title
      pace
    }
  }
`;

/** What joining and leaving change of a group. */
const joinedFragment: TypedDocumentNode<JoinGroup_joined> = gql`
  fragment JoinGroup_joined on RegionalGroup {
    id
    joined
    members
    watchable {
      kind
      id
      pace
    }
  }
`;

const join: TypedDocumentNode<JoinRegionalGroup, JoinRegionalGroupVariables> = gql`
  mutation JoinRegionalGroup($input: JoinRegionalGroupInput!) {
    joinRegionalGroup(input: $input) {
      ...Form_outcome @unmask
      regionalGroup {
        ...JoinGroup_joined @unmask
      }
    }
  }
  ${Form.fragment}
  ${joinedFragment}
`;

const leave: TypedDocumentNode<LeaveRegionalGroup, LeaveRegionalGroupVariables> = gql`
  mutation LeaveRegionalGroup($input: LeaveRegionalGroupInput!) {
    leaveRegionalGroup(input: $input) {
      ...Form_outcome @unmask
      regionalGroup {
        ...JoinGroup_joined @unmask
      }
    }
  }
  ${Form.fragment}
  ${joinedFragment}
`;

interface Props {
  /** Group of the territory; none where nobody opened one yet. */
  group: JoinGroup_group | undefined;
  /** Slug of today's region there. */
  region: string;
  signedIn: boolean;
  /** Another act comes first: somebody is looked for, to call it together. */
  second?: boolean;
  /** Page where one says how soon one is told of what members follow. */
  watchPath?: string | undefined;
  /** Starts it in one press, for whoever is of the group and is not told of it. */
  watchNow?: ReactNode;
}

/** Sentence on the mails about the subjects that members follow, sent now or later. */
function told(joined: boolean, { title, pace }: NonNullable<JoinGroup_group["watchable"]>): string {
  if (pace && pace !== "NEVER") return m.regionalGroup_told({ title });
  return pace || joined ? m.regionalGroup_told_not({ title }) : m.regionalGroup_told_will({ title });
}

/** Sentence on the place that remembers the membership: the account, or this device. */
const joinedWords = (byAccount: boolean) => (byAccount ? m.regionalGroup_joined() : m.regionalGroup_kept());

/** Consequences of joining. */
function toJoinWords(isOpen: boolean, signedIn: boolean, sendsMail: boolean): string {
  if (!isOpen) return m.regionalGroup_join_none();
  if (signedIn) return m.regionalGroup_join_account();
  return sendsMail ? m.regionalGroup_join_device_told() : m.regionalGroup_join_device();
}

/** Joins the group of a territory in one press: with an account one is a member, without one this device remembers. */
export function JoinGroup({ group, region, signedIn, second, watchPath, watchNow }: Props) {
  const here = useHref(useLocation());
  const joins = useAct(join);
  const leaves = useAct(leave);
  const { sendsMail } = useInstance();
  const kept = useOwnRegion() === region;
  const joined = signedIn && group ? group.joined : kept;
  const held = signedIn && !!group?.held;
  const send = async () => {
    if (joined) {
      if (signedIn && group && !(await leaves.run({ id: group.id }))) return;
      keepOnDevice(ownRegionKey, "");
    } else {
      if (signedIn && group && !(await joins.run({ id: group.id }))) return;
      keepOnDevice(ownRegionKey, region);
    }
  };
  return (
    <Form
      problems={[...joins.problems, ...leaves.problems]}
      busy={joins.busy || leaves.busy}
      onSubmit={() => void send()}
      label={m.regionalGroup_join()}
    >
      {group?.members && <p>{m.regionalGroup_members({ count: group.members })}</p>}
      <p className="quiet">
        {held
          ? m.regionalGroup_held()
          : joined
            ? joinedWords(signedIn && !!group)
            : toJoinWords(!!group, signedIn, sendsMail)}
      </p>
      {signedIn && group?.watchable && (
        <p className="quiet">
          {told(joined || held, group.watchable)}{" "}
          {group.watchable.pace && watchPath && <Link to={watchPath}>{m.regionalGroup_told_change()}</Link>}
        </p>
      )}
      {(joined || held) && group?.watchable && !group.watchable.pace && (
        <div className="cluster scripted">{watchNow}</div>
      )}
      <Failed because={joins.failed ?? leaves.failed} />
      {(joined || !held) && (
        <p className="cluster scripted">
          {joined ? (
            <Button type="submit" small>
              {m.regionalGroup_leave()}
            </Button>
          ) : (
            <Button type="submit" primary={!second}>
              <Icon name="users" /> {m.regionalGroup_join()}
            </Button>
          )}
          {!signedIn && group && <More to={paths.signIn(here)}>{m.regionalGroup_sign_in()}</More>}
        </p>
      )}
    </Form>
  );
}

JoinGroup.fragment = fragment;
