import type { ComponentProps } from "react";
import { TextField } from "./Field.tsx";

/** A code typed from paper, however it was noted: whoever has it reads what it follows, so no device keeps it. */
export const CodeField = (props: Pick<ComponentProps<typeof TextField>, "label" | "help" | "defaultValue">) => (
  <TextField name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} {...props} />
);
