import { m } from "@cahier/schema/messages";
import type { OrganisationRole } from "../../graphql/operations.generated.ts";
import { SignField, signedName } from "../../shared/SignField.tsx";
import { Act } from "./Act.tsx";
import { askToJoin, leaveOrganisation } from "./organisation.mutations.tsx";

const again = ["OrganisationPage"];

const belongs: Record<OrganisationRole, () => string> = {
  ASKED: m.organisation_belong_ASKED,
  MEMBER: m.organisation_belong_MEMBER,
  ADMINISTRATOR: m.organisation_belong_ADMINISTRATOR,
};

/** The same while the team has not confirmed it: nobody writes in its name. */
const waits: Partial<typeof belongs> = {
  MEMBER: m.organisation_belong_MEMBER_waits,
  ADMINISTRATOR: m.organisation_belong_ADMINISTRATOR_waits,
};

interface Props {
  id: string;
  role: OrganisationRole | null;
  /** The team confirmed it, at least once: its members write in its name. */
  confirmed: boolean;
}

/** The place of the viewer in an organisation: to ask for one, or to leave it. */
export const Belonging = ({ id, role, confirmed }: Props) =>
  role ? (
    <>
      <p>{((!confirmed && waits[role]) || belongs[role])()}</p>
      <Act
        mutation={leaveOrganisation}
        again={again}
        input={() => ({ id })}
        label={role === "ASKED" ? m.organisation_unask() : m.organisation_leave()}
      />
    </>
  ) : (
    <>
      <p>{m.organisation_ask_lead()}</p>
      <Act
        mutation={askToJoin}
        again={again}
        input={(fields) => ({ id, name: signedName(fields) })}
        label={m.organisation_ask()}
      >
        <SignField />
      </Act>
    </>
  );
