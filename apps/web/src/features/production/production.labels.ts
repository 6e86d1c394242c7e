import { m } from "@cahier/schema/messages";
import type {
  ProductionFailure,
  ProductionFormat,
  ProductionKind,
  ProductionStep,
} from "../../graphql/operations.generated.ts";

type Names<Key extends string> = Readonly<Record<Key, () => string>>;

export const kindNames: Names<ProductionKind> = {
  REPORT: m.production_kind_REPORT,
  DECK: m.production_kind_DECK,
};

/** The names of programs are the same in both languages. */
export const formatNames: Names<ProductionFormat> = {
  PDF: () => "PDF",
  DOCX: () => "Word (.docx)",
  ODT: () => "LibreOffice (.odt)",
  HTML: m.production_format_html,
  PPTX: () => "PowerPoint (.pptx)",
};

/** Names of the steps of a production. */
export const stepNames: Names<ProductionStep> = {
  WAITING: m.production_step_WAITING,
  READING: m.production_step_READING,
  WRITING: m.production_step_WRITING,
  KEEPING: m.production_step_KEEPING,
  KEPT: m.production_step_KEPT,
};

/** Why it was given up. */
export const failureNames: Names<ProductionFailure> = {
  EMPTY: m.production_failure_EMPTY,
  INTERRUPTED: m.production_failure_INTERRUPTED,
  BROKEN: m.production_failure_BROKEN,
};
