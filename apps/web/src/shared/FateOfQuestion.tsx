import { m } from "@cahier/schema/messages";
import type { Fate_fate } from "../graphql/operations.generated.ts";
import { Fate, fateInWords } from "./Fate.tsx";

interface Props {
  fate: Fate_fate;
  /** The same of the whole group. */
  whole: Fate_fate;
}

/** The fate of texts that answer one question, then of all texts, and the meaning of the words. */
export const FateOfQuestion = ({ fate, whole }: Props) =>
  fate.texts > 0 && (
    <>
      <p>
        <Fate fate={fate} />
      </p>
      <p className="quiet">
        {whole.texts > fate.texts && `${m.fate_whole({ fate: fateInWords(whole) })}. `}
        {m.fate_meaning()}
      </p>
    </>
  );
