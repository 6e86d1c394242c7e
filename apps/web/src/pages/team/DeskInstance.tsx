import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** The door to the settings of the instance. */
export const DeskInstance = () => (
  <Row heading={m.instance_desk()} id="instance">
    <p>{m.instance_desk_lead()}</p>
    <p>
      <ButtonLink to={paths.instance()}>{m.instance_desk_go()}</ButtonLink>
    </p>
  </Row>
);
