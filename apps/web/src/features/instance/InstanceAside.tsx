import { m } from "@cahier/schema/messages";
import { gql, type TypedDocumentNode } from "@apollo/client";
import type { InstanceHealth, InstanceSheet } from "../../graphql/operations.generated.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Instance.module.css";

/** Health of the instance, for administrators. */
export const instanceHealth: TypedDocumentNode<InstanceHealth> = gql`
  fragment InstanceHealth on InstanceHealth {
    mailServer
    sender
    safe
    mailsWaiting
    mailsFailing
    administrators
  }
`;

/** Beside the form: what people will see, and whether all stands well. */
export const InstanceAside = ({ instance, health }: { instance: InstanceSheet; health: InstanceHealth }) => (
  <aside>
    <p className="quiet">{m.instance_preview()}</p>
    <Card>
      <p className={styles.over}>{instance.name || m.instance_new()}</p>
      <p className={styles.said}>{m.instance_preview_title()}</p>
      <p className="quiet">
        {instance.controller && m.instance_preview_controller({ controller: instance.controller })}{" "}
        {instance.contact && m.instance_preview_contact({ contact: instance.contact })}
      </p>
    </Card>
    <Card>
      <h2>{m.instance_health()}</h2>
      <ul className={styles.checks}>
        {linesOf(instance, health).map(([label, said, fine]) => (
          <li className={fine ? undefined : styles.no} key={label}>
            <Icon name={fine ? "tick" : "alert"} />
            <span>{label}</span>
            <b>{said}</b>
          </li>
        ))}
      </ul>
    </Card>
  </aside>
);

type Line = [label: string, said: string, fine: boolean];

function linesOf(
  { lacking }: InstanceSheet,
  { mailServer, safe, mailsFailing, administrators }: InstanceHealth,
): Line[] {
  const mail = mailsFailing ? m.instance_health_mail_failing({ count: mailsFailing }) : m.instance_health_mail_fine();
  return [
    [
      m.instance_health_law(),
      lacking.length > 0 ? `${5 - lacking.length}/5` : m.instance_health_complete(),
      lacking.length === 0,
    ],
    [m.instance_health_mail(), mailServer ? mail : m.instance_health_mail_none(), !!mailServer && !mailsFailing],
    [m.instance_health_safe(), safe ? m.instance_health_yes() : m.instance_health_no(), safe],
    [m.instance_health_administrators(), String(administrators), administrators > 1],
    [m.instance_health_backup(), m.instance_health_backup_who(), false],
  ];
}
