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

/** A legal text, part by part. */
export const LegalText = ({ model, written, editedOn }: Props) => (
  <>
    {(written ? sectionsOf(written) : model).map(({ heading, text }, at) => (
      <Row heading={heading} key={at}>
        <p className="prose verbatim">{text}</p>
      </Row>
    ))}
    {written && editedOn && (
      <Row>
        <p className="quiet">{m.legal_edited({ date: formatDate(editedOn) })}</p>
      </Row>
    )}
  </>
);
