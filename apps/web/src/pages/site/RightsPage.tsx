import { actNames } from "@cahier/schema/rights.names";
import { m } from "@cahier/schema/messages";
import { rights } from "@cahier/schema/rights";
import type { Role } from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { roleNames } from "../../shared/roles.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "./RightsPage.module.css";

/** Acts in words that a holder may do, in the order of the table. */
const actsOf = (holder: Role | "ANYONE" | "SIGNED_IN") =>
  Object.entries(rights).flatMap(([act, holders]) => {
    const may = typeof holders === "string" ? holders === holder : holders.some((role) => role === holder);
    return may ? (actNames[act] ?? []) : [];
  });

/** The table of rights, role by role, in words: the one that the rules of the site are checked against. */
export function Component() {
  const roles = keysOf(roleNames).filter((role) => actsOf(role).length > 0);
  return (
    <Ruled>
      <PageHead title={m.rights_title()} lead={<p>{m.rights_lead()}</p>} />
      <Holder of="ANYONE" name={m.rights_ANYONE()} note={m.rights_ANYONE_note()} />
      <Holder of="SIGNED_IN" name={m.rights_SIGNED_IN()} />
      {roles.map((role) => (
        <Holder of={role} name={roleNames[role]()} note={m.rights_role_note()} key={role} />
      ))}
    </Ruled>
  );
}

const Holder = ({ of, name, note }: { of: Parameters<typeof actsOf>[0]; name: string; note?: string }) => (
  <Row heading={name} note={note} id={of.toLowerCase()}>
    <Disclosure summary={m.rights_acts({ count: actsOf(of).length })}>
      <ul className={styles.acts}>
        {actsOf(of).map((act) => (
          <li key={act()}>{act()}</li>
        ))}
      </ul>
    </Disclosure>
  </Row>
);
