/** Today where the groups are, YYYY-MM-DD. */
export const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });

/** Number of days since a day, none before it. */
export const daysSince = (day: string) => Math.max(0, Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000));
