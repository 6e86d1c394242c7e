/** Position of a day between two others, as a percentage; with `since`, its distance from there. */
export function placeOf(from: string, to: string) {
  const start = Date.parse(from);
  const length = Date.parse(to) - start;
  const share = (day: string) => Math.min(1, Math.max(0, (Date.parse(day.slice(0, 10)) - start) / length));
  return (day: string, since?: string) => `${Math.round((share(day) - (since ? share(since) : 0)) * 1e4) / 100}%`;
}

/** The first day of each month that begins between two days. */
export function monthsBetween(from: string, to: string) {
  const months: string[] = [];
  const day = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  if (day.toISOString().slice(0, 10) < from) day.setUTCMonth(day.getUTCMonth() + 1);
  for (; day.toISOString().slice(0, 10) <= to; day.setUTCMonth(day.getUTCMonth() + 1))
    months.push(day.toISOString().slice(0, 10));
  return months;
}
