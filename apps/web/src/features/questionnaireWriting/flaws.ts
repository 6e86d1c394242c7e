import { m } from "@cahier/schema/messages";

interface Words {
  say: () => string;
  /** The field where it is mended: `#field` of the question's form. */
  field?: string;
  /** The view where it is mended, when no question is at fault. */
  view?: "head" | "questions";
}

/** Messages of the flaws that hold up a publication, by the code of the rule. */
const words: Record<string, Words> = {
  RATIONALE_MISSING: { say: m.questionnaireWriting_flaw_rationale, field: "rationale" },
  OPTIONS_MISSING: { say: m.questionnaireWriting_flaw_options, field: "options" },
  OPTION_TWICE: { say: m.questionnaireWriting_flaw_option_twice, field: "options" },
  ID_TWICE: { say: m.questionnaireWriting_flaw_other_kind },
  ID_UNUSABLE: { say: m.questionnaireWriting_flaw_option_twice, field: "options" },
  VALUE_UNKNOWN: { say: m.questionnaireWriting_flaw_value, field: "options" },
  OTHER_MISSING: { say: m.questionnaireWriting_flaw_other, field: "options" },
  BOUNDS_CROSSED: { say: m.questionnaireWriting_flaw_bounds },
  CONDITION_UNREADABLE: { say: m.questionnaireWriting_flaw_condition, field: "visibleIf" },
  CONDITION_TOO_DEEP: { say: m.questionnaireWriting_flaw_condition, field: "visibleIf" },
  CONDITION_VALUE_UNKNOWN: { say: m.questionnaireWriting_flaw_condition_value, field: "visibleIf" },
  CONDITION_LOOKS_AHEAD: { say: m.questionnaireWriting_flaw_ahead, field: "visibleIf" },
  TERRITORY_NOT_ASKED: { say: m.questionnaireWriting_flaw_territory, view: "questions" },
  TERRITORY_ASKED_TWICE: { say: m.questionnaireWriting_flaw_territory_twice, field: "type" },
  REPEAT_QUESTION_UNFIT: { say: m.questionnaireWriting_flaw_repeat, view: "head" },
  NEVER_ASKED_OF_ALL: { say: m.questionnaireWriting_flaw_all, field: "visibleIf" },
  NOTHING_ASKED: { say: m.questionnaireWriting_flaw_nothing, view: "questions" },
};

export const flawWords = (code: string): Words => words[code] ?? { say: m.questionnaireWriting_flaw_other_kind };
