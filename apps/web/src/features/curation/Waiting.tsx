import type { CurationKind } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Reworded } from "../../ui/Reworded.tsx";

interface Props {
  kind: CurationKind;
  text: string;
  /** The words it is about. */
  about: string | null;
}

/** Words that wait for an answer: an amendment in the sentence that it changes, a question under what it asks about. */
export const Waiting = ({ kind, text, about }: Props) =>
  kind === "AMENDMENT" && about !== null ? (
    <Reworded before={about} after={text} />
  ) : (
    <>
      {about !== null && (
        <blockquote className="quiet" lang={contentLang()}>
          {about}
        </blockquote>
      )}
      <p className="verbatim" lang={contentLang()}>
        {text}
      </p>
    </>
  );
