import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { RegionalGroups_regionalGroup, RegionalGroupStatus } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";

const fragment: TypedDocumentNode<RegionalGroups_regionalGroup> = gql`
  fragment RegionalGroups_regionalGroup on RegionalGroup {
    id
    name
    status
  }
`;

export const statusNames: Readonly<Record<RegionalGroupStatus, () => string>> = {
  ACTIVE: m.territory_group_ACTIVE,
  SEEKING_REFERENT: m.territory_group_SEEKING_REFERENT,
  FORMING: m.territory_group_FORMING,
};

export const statusTones: Readonly<Record<RegionalGroupStatus, ChipTone>> = {
  ACTIVE: "done",
  SEEKING_REFERENT: "open",
  FORMING: "toCome",
};

const invitations: Readonly<Record<RegionalGroupStatus, () => string>> = {
  ACTIVE: m.territory_join_ACTIVE,
  SEEKING_REFERENT: m.territory_join_SEEKING_REFERENT,
  FORMING: m.territory_join_FORMING,
};

/** The groups of a territory, and how one joins each as it stands. To be selected with `@unmask`. */
export const RegionalGroups = ({ groups }: { groups: readonly RegionalGroups_regionalGroup[] }) => (
  <ul className="cards">
    {groups.map(({ id, name, status }) => (
      <Card as="li" foot={<More to={paths.documents()}>{m.territory_meetings_kit()}</More>} key={id}>
        <p>
          <Chip tone={statusTones[status]}>{statusNames[status]()}</Chip>
        </p>
        <h3>{name}</h3>
        <p className="quiet">{invitations[status]()}</p>
      </Card>
    ))}
  </ul>
);

RegionalGroups.fragment = fragment;
