/** Limits of a form: far more than anybody asks, far less than it takes to hold the site up. */
export const most = {
  /** Rows of one sheet, or of all tables. */
  rows: 20_000,
  columns: 200,
  questions: 400,
  options: 200,
};
