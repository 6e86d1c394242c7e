/**
 * Statements that may read a table that grows whole, and the tables: desks of the team that count all they hold, which are
 * to be kept as other counts are, and conditions that PostgreSQL may hash.
 */
export const known: Record<string, string> = {
  "meeting: minutes": "meeting",
  "near: readable": "reading",
  "synthesis: citation counts": "attendance",
};

/** Statements that read figures kept as people write, and none of the tables that grow. */
export const kept = ["questionnaire: answer counts", "reading: drawn", "reading: pairs"];
