import type { ReactNode } from "react";
import { Row } from "../ui/Ruled.tsx";
import { type Side, SideBySide } from "../ui/SideBySide.tsx";

interface Props {
  heading: ReactNode;
  /** Fields that differ: their names, and their words before and after. */
  rest: readonly { title: string; before: string; after: string }[];
  before: (words: string[] | null) => Side;
  after: (words: string[] | null) => Side;
}

/** The fields of two versions that differ beside their sentences, each side by side. */
export const RestDiffers = ({ heading, rest, before, after }: Props) =>
  rest.length > 0 && (
    <Row heading={heading}>
      <ul className="difference-list">
        {rest.map((field) => (
          <li key={field.title}>
            <h3>{field.title}</h3>
            <SideBySide
              before={before(field.before ? [field.before] : null)}
              after={after(field.after ? [field.after] : null)}
            />
          </li>
        ))}
      </ul>
    </Row>
  );
