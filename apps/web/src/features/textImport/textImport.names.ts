import { m } from "@cahier/schema/messages";
import type {
  ImportedPlaceKind,
  TextImportFaultCode,
  TextImportPreset,
  TextImportState,
} from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import { figures } from "../../ui/figures.ts";

/** Names of the states of an import. */
export const stateNames: Names<TextImportState> = {
  TO_MAP: m.textImport_state_TO_MAP,
  RUNNING: m.textImport_state_RUNNING,
  DONE: m.textImport_state_DONE,
  TAKING_BACK: m.textImport_state_TAKING_BACK,
  TAKEN_BACK: m.textImport_state_TAKEN_BACK,
};

export const presetNames: Names<TextImportPreset> = {
  DECIDIM: m.textImport_preset_DECIDIM,
  CAP_COLLECTIF: m.textImport_preset_CAP_COLLECTIF,
  NOTEBOOKS: m.textImport_preset_NOTEBOOKS,
};

/** Kinds of places that a column may hold: territories of one's own have two levels, and no postcodes. */
export const placesIn = (france: boolean): readonly (readonly [ImportedPlaceKind, () => string])[] =>
  france
    ? [
        ["DEPARTMENT", m.textImport_place_DEPARTMENT],
        ["REGION", m.textImport_place_REGION],
        ["REGION_2012", m.textImport_place_REGION_2012],
        ["POSTCODE", m.textImport_place_POSTCODE],
      ]
    : [
        ["REGION", m.textImport_place_REGION_own],
        ["DEPARTMENT", m.textImport_place_DEPARTMENT_own],
      ];

/** Why a row has no place, in a sentence. */
export const faultSentences: Record<TextImportFaultCode, (input: { value: string }) => string> = {
  UNREADABLE_ROW: m.textImport_fault_UNREADABLE_ROW,
  NO_TEXT: m.textImport_fault_NO_TEXT,
  TOO_LONG: ({ value }) => m.textImport_fault_TOO_LONG({ value: figures(value) }),
  UNREADABLE_TEXT: m.textImport_fault_UNREADABLE_TEXT,
  NO_TERRITORY: m.textImport_fault_NO_TERRITORY,
  UNKNOWN_TERRITORY: m.textImport_fault_UNKNOWN_TERRITORY,
  NO_DATE: m.textImport_fault_NO_DATE,
  UNKNOWN_DATE: m.textImport_fault_UNKNOWN_DATE,
  FUTURE_DATE: m.textImport_fault_FUTURE_DATE,
  NO_ID: m.textImport_fault_NO_ID,
  SAME_ROW: m.textImport_fault_SAME_ROW,
  UNKNOWN_SUBJECT: m.textImport_fault_UNKNOWN_SUBJECT,
};
