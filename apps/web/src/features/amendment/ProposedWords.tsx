import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { Reworded } from "../../ui/Reworded.tsx";

interface Props {
  /** The sentence that is amended; null for one that would come in. */
  before: string | null;
  text: string;
}

/** The words of an amendment, on the sentence that they would change. */
export const ProposedWords = ({ before, text }: Props) =>
  before === null ? (
    <>
      <p className="quiet">{m.amendment_new_sentence()}</p>
      <p className="verbatim" lang={contentLang()}>
        {text}
      </p>
    </>
  ) : (
    <Reworded before={before} after={text} />
  );
