/**
 * Limits of time that a busy machine does not reach: a rule fails of what it says, not of how late it is. A statement
 * with a name is planned once a connection, not five times and more: that was a fifth of what PostgreSQL does for rules.
 */
export const unhurried = {
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 60_000,
  connectionTimeoutMillis: 25_000,
  options: "-c plan_cache_mode=force_generic_plan",
};
