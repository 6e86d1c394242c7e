import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** The door to roles and invitations. */
export const DeskRoles = () => (
  <Row heading={m.role_desk()}>
    <p>{m.role_desk_lead()}</p>
    <p>
      <ButtonLink to={paths.people()}>{m.role_desk_go()}</ButtonLink>
    </p>
  </Row>
);
