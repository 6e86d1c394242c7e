import type { ComponentProps } from "react";
import { TextField } from "./Field.tsx";

/** A code typed from paper, however it was noted. */
export const CodeField = (props: Pick<ComponentProps<typeof TextField>, "label" | "help" | "defaultValue">) => (
  <TextField name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} {...props} />
);
