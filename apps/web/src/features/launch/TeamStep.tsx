import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type {
  LaunchedGroup,
  LaunchInvite,
  LaunchInviteVariables,
  LaunchTeam_desk,
  Role,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { MadeLink } from "../../shared/MadeLink.tsx";
import { ReferentRegion } from "../../shared/ReferentRegion.tsx";
import { roleNames } from "../../shared/roles.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { newKey } from "../../ui/key.ts";
import { More } from "../../ui/More.tsx";
import { useAct } from "../../ui/useAct.ts";
import styles from "./Launch.module.css";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { useGroupEditing } from "./useGroupEditing.ts";

const invite: TypedDocumentNode<LaunchInvite, LaunchInviteVariables> = gql`
  mutation LaunchInvite($input: InviteInput!) {
    invite(input: $input) {
      ...Form_outcome @unmask
      token
      mailed
    }
  }
  ${Form.fragment}
`;

const fragment: TypedDocumentNode<LaunchTeam_desk> = gql`
  fragment LaunchTeam_desk on RoleDesk {
    invitations {
      id
      role
      expiresOn
      state
      group {
        id
      }
      territory {
        id
        name
      }
    }
  }
`;

type Asked = Extract<Role, "FACILITATOR" | "RAPPORTEUR" | "MODERATOR" | "REFERENT">;

/** Roles as verbs: what somebody does there. */
const verbs: Names<Asked> = {
  FACILITATOR: m.launch_role_FACILITATOR,
  RAPPORTEUR: m.launch_role_RAPPORTEUR,
  MODERATOR: m.launch_role_MODERATOR,
  REFERENT: m.launch_role_REFERENT,
};
const does: Names<Asked> = {
  FACILITATOR: m.launch_does_FACILITATOR,
  RAPPORTEUR: m.launch_does_RAPPORTEUR,
  MODERATOR: m.launch_does_MODERATOR,
  REFERENT: m.launch_does_REFERENT,
};

interface Props {
  group: LaunchedGroup;
  desk: LaunchTeam_desk | null;
  regions: readonly { slug: string; name: string }[];
  /** « Petite équipe », as everywhere it is chosen. */
  smallTeam: ReactNode;
}

/** Fourth screen: who does what, by one link a role. */
export function TeamStep({ group, desk, regions, smallTeam }: Props) {
  const { act, next } = useGroupEditing(group, {}, () => ({}), 5);
  return (
    <>
      <ul className={styles.lines}>
        {(Object.keys(verbs) as Asked[]).map((role) => (
          <RoleItem key={role} {...{ role, group, desk, regions }} />
        ))}
      </ul>
      <More to={paths.people({ group: group.slug })}>{m.launch_people()}</More>
      <h2>{m.theme_small_team()}</h2>
      {smallTeam}
      <Form problems={act.problems} busy={act.busy} label={m.launch_step_team()} onSubmit={() => void next("open")}>
        <Failed because={act.failed} />
        <LaunchFoot>
          <Button type="submit" primary>
            {m.launch_to_open()} <Icon name="arrow" />
          </Button>
          <ButtonLink to={paths.groupLaunch(group.slug, "objectives")}>{m.launch_back()}</ButtonLink>
        </LaunchFoot>
      </Form>
    </>
  );
}

TeamStep.fragment = fragment;

/** People named at once beside a role: a country has many referents. */
const shown = 3;

/** Each on a line, and their territory under them. */
const Held = ({ members }: { members: LaunchedGroup["team"] }) =>
  members.length > 0 && (
    <ul className={styles.held}>
      {members.map(({ id, displayName, territory }) => (
        <li key={id}>
          {displayName || m.role_nameless()}
          {territory && <span className="quiet">{territory.name}</span>}
        </li>
      ))}
    </ul>
  );

function RoleItem({ role, group, desk, regions }: Omit<Props, "smallTeam"> & { role: Asked }) {
  const act = useAct(invite, ["GroupLaunchPage"]);
  const [key, setKey] = useState(newKey);
  const held = group.team.filter((member) => member.role === role);
  const others = held.slice(shown);
  const waiting = (desk?.invitations ?? []).filter((one) => one.role === role && one.group?.id === group.id);
  const send = async (fields: FormData) => {
    const territory = (fields.get("territory") as string | null) || null;
    const its = act.problems.length > 0 ? newKey() : key;
    setKey(its);
    if (await act.run({ key: its, role, group: group.slug, territory })) setKey(newKey());
  };
  return (
    <li className={styles.role}>
      <div>
        <h2>{verbs[role]()}</h2>
        <p className="quiet">{does[role]()}</p>
      </div>
      <div>
        <Held members={held.slice(0, shown)} />
        {others.length > 0 && (
          <Disclosure summary={m.launch_held_more({ count: others.length })}>
            <Held members={others} />
          </Disclosure>
        )}
        {waiting.map(({ id, expiresOn, state, territory }) => (
          <p className="quiet" key={id}>
            {territory && `${territory.name}, `}
            {state === "EXPIRED"
              ? m.role_expired({ date: formatDate(expiresOn, "short") })
              : m.launch_invited({ date: formatDate(expiresOn, "short") })}
          </p>
        ))}
        {held.length + waiting.length === 0 && <p className="quiet">{m.launch_nobody()}</p>}
      </div>
      <Form problems={act.problems} busy={act.busy} label={roleNames[role]()} onSubmit={send}>
        {role === "REFERENT" && <ReferentRegion regions={regions} />}
        <Failed because={act.failed} />
        <Button small type="submit" aria-label={m.launch_link_named({ role: roleNames[role]() })}>
          {m.role_make_link()}
        </Button>
        {act.done && act.answer?.token && (
          <MadeLink token={act.answer.token} mailed={act.answer.mailed} key={act.answer.token} />
        )}
      </Form>
    </li>
  );
}
