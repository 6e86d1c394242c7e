import type { ReactNode } from "react";
import { TextField } from "../ui/Field.tsx";

interface Props {
  name: string;
  label: string;
  help: string;
  words: string;
  onWords: (words: string) => void;
  /** Number found, in words; empty before a search. */
  children: ReactNode;
}

/** Words that look for others than a list offers: it is the list that answers. */
export const FindField = ({ words, onWords, children, ...field }: Props) => (
  <>
    <TextField
      {...field}
      optional
      type="search"
      autoComplete="off"
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
      // Sends nothing of the form it stands in.
      onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
    />
    <output className="quiet">{children}</output>
  </>
);
