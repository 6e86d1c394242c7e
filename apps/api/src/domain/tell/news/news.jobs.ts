import type { DataSource } from "typeorm";
import type { Config } from "../../../platform/config.ts";
import { every } from "../../../platform/jobs.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { isTime } from "../../../platform/mail/hour.ts";
import { tellNews } from "./digest.commands.ts";

/** Job of every process: tells those who follow what moved, as soon as it is seen, each day, and each week. */
export function newsJobs(database: DataSource, config: Pick<Config, "demo" | "smtpUrl">) {
  if (!sendsMail(config)) return;
  every(config.demo ? 5 : 300, "news", async () => {
    const now = new Date();
    await tellNews(database, { now, pace: "NOW" });
    if (config.demo || isTime(now)) await tellNews(database, { now, pace: "DAY" });
  });
}
