import { m } from "@cahier/schema/messages";
import { TextField } from "../../ui/Field.tsx";

/** Field of a code: of the authenticator, or of those kept for recovery. */
export const CodeField = (rest: { "data-first"?: boolean }) => (
  <TextField
    name="code"
    label={m.secondFactor_any_code()}
    help={m.secondFactor_code_help()}
    autoComplete="one-time-code"
    maxLength={40}
    {...rest}
  />
);
