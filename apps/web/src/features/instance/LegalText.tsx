import { m } from "@cahier/schema/messages";
import { formatDate } from "../../i18n/dates.ts";
import { Row } from "../../ui/Ruled.tsx";
import { type Section, sectionsOf } from "./legal.ts";

interface Props {
  /** Filled from what the instance says. */
  model: Section[];
  /** As somebody rewrote it; null for the model. */
  written: string | null;
  editedOn: string | null;
}

/** Characters between words: spaces, quotes, and the stop of a sentence, but not the point within an address. */
const between = /([\s<>(),;:"\p{Pi}\p{Pf}]+|\.(?!\S))/u;

/** A word that is a mail address. */
const isAddress = (word: string) => word.indexOf("@") > 0 && word.includes(".", word.indexOf("@") + 2);

/** Legal text of the organiser, as it was typed; its addresses are links, to be pressed on a telephone. */
export const Said = ({ text }: { text: string }) => (
  <p className="prose verbatim">
    {text.split(between).map((part, at) =>
      isAddress(part) ? (
        <a href={`mailto:${part}`} key={at}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

/** A legal text, part by part. */
export const LegalText = ({ model, written, editedOn }: Props) => (
  <>
    {(written ? sectionsOf(written) : model).map(({ heading, text }, at) => (
      <Row heading={heading} key={at}>
        <Said text={text} />
      </Row>
    ))}
    {written && editedOn && (
      <Row>
        <p className="quiet">{m.legal_edited({ date: formatDate(editedOn) })}</p>
      </Row>
    )}
  </>
);
