import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { TextField } from "../../ui/Field.tsx";

/** The name by which a person is known on the site. */
export const NameField = ({ defaultValue }: { defaultValue?: string }) => (
  <TextField
    name="displayName"
    label={m.role_name()}
    help={m.role_name_help()}
    autoComplete="name"
    maxLength={limits["person.displayName"]}
    defaultValue={defaultValue}
  />
);
