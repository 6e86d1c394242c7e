import { gql, type TypedDocumentNode } from "@apollo/client";
import { instanceFields } from "@cahier/schema/ground/instance.fields";
import { m } from "@cahier/schema/messages";
import { type Typed, typedOf } from "@cahier/schema/typed";
import type {
  EditInstance,
  EditInstanceVariables,
  InstanceSheet,
  SecondFactorRule,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { organiser } from "./organiser.fragment.tsx";

/** All that the instance says of itself, for the form that rewrites it. */
export const instanceSheet: TypedDocumentNode<InstanceSheet> = gql`
  fragment InstanceSheet on Instance {
    id
    version
    logo
    accent
    languages
    ...Organiser_instance @unmask
    legalText
    legalEditedOn
    privacyText
    privacyEditedOn
    senderName
    senderAddress
    secondFactor
    lacking
  }
  ${organiser}
`;

export const editInstance: TypedDocumentNode<EditInstance, EditInstanceVariables> = gql`
  mutation EditInstance($input: EditInstanceInput!) {
    editInstance(input: $input) {
      ...Form_outcome @unmask
      instance {
        ...InstanceSheet
      }
      current {
        ...InstanceSheet
      }
    }
  }
  ${Form.fragment}
  ${instanceSheet}
`;

export const ruleNames: Record<SecondFactorRule, () => string> = {
  NOBODY: m.secondFactor_rule_NOBODY,
  ADMINISTRATORS: m.secondFactor_rule_ADMINISTRATORS,
  MODERATORS: m.secondFactor_rule_MODERATORS,
};

/** An instance as it is typed. */
export type InstanceWords = Typed<typeof instanceFields>;

/** An instance to be written: a field that the fragment leaves out does not compile. */
export const instanceWordsOf = (it: InstanceSheet): InstanceWords => typedOf(instanceFields, it);

/** Names of the fields, by the form and by the problems of the API. */
export const fieldNames: Record<keyof InstanceWords, () => string> = {
  name: m.instance_field_name,
  accent: m.instance_field_accent,
  languages: m.instance_field_languages,
  organiser: m.instance_field_organiser,
  controller: m.instance_field_controller,
  address: m.instance_field_address,
  contact: m.instance_field_contact,
  director: m.instance_field_director,
  host: m.instance_field_host,
  legalText: m.instance_field_legalText,
  privacyText: m.instance_field_privacyText,
  senderName: m.instance_field_senderName,
  senderAddress: m.instance_field_senderAddress,
  secondFactor: m.secondFactor_rule,
};
