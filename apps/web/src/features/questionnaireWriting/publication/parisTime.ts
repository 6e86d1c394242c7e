const paris = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant as a field for a date and a time shows it, at the time of Paris wherever one is: « 2026-05-04T18:00 ». */
export const toParisTime = (instant: string | null) =>
  instant ? paris.format(new Date(instant)).replace(" ", "T") : "";

/** And back; null for what is no date. */
export function fromParisTime(local: string): string | null {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  let instant = wanted;
  // Twice, since the hour changes at an instant that only the second guess knows.
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${toParisTime(new Date(instant).toISOString())}Z`);
    instant -= shown - wanted;
  }
  return new Date(instant).toISOString();
}
