/** The hour, where the groups are, from which the news of the day before leave. */
const hour = 8;

/** True from eight in the morning on, Paris time. */
export const isTime = (now: Date) =>
  Number(new Intl.DateTimeFormat("en", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" }).format(now)) >=
  hour;
