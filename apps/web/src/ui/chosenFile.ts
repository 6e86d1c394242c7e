import type { ChangeEvent } from "react";

/** The file that was chosen in a field, which is then empty: the same one, chosen again, is a choice again. */
export function chosenFile({ currentTarget: input }: ChangeEvent<HTMLInputElement>): File | undefined {
  const file = input.files?.[0];
  input.value = "";
  return file;
}
