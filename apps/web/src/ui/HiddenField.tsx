// chunk: form
import { hiddenField } from "@cahier/schema/hiddenField";

/** The field that people neither see nor reach, of a form that anybody writes in. */
export const HiddenField = () => (
  <input className="visually-hidden" aria-hidden="true" tabIndex={-1} autoComplete="off" name={hiddenField} />
);
