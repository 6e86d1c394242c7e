import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useViewer } from "../graphql/instance.tsx";
import { TextField } from "../ui/Field.tsx";

/** Name to sign a request with, asked of an account that has none: a request without a name is seen by nobody. */
export function SignField() {
  const viewer = useViewer();
  if (!viewer || viewer.displayName.trim()) return null;
  return (
    <TextField
      name="name"
      label={m.person_sign()}
      help={m.person_sign_help()}
      autoComplete="name"
      maxLength={limits["person.displayName"]}
    />
  );
}

/** The name typed in that field; null where it was not asked. */
export const signedName = (fields: FormData) => (fields.get("name") as string | null) ?? null;
