import type { DataSource } from "typeorm";
import type { Config } from "../../../platform/config.ts";
import { every } from "../../../platform/jobs.ts";
import { log } from "../../../platform/log.ts";
import { deliver, sendsMail } from "../../../platform/mail/mail.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { tellByMail, type When } from "./digest.commands.ts";
import { askSpeakers } from "./speaker.commands.ts";
import { isTime } from "../../../platform/mail/hour.ts";

/** Jobs of every process: send waiting mails, and tell authors the news of their responses. */
export function trailJobs(database: DataSource, config: Pick<Config, "demo" | "smtpUrl">) {
  const { manager } = database;
  if (!sendsMail(config)) return log.note("No SMTP_URL: what becomes of responses is told on their pages alone.");
  const { demo } = config;
  every(demo ? 5 : 600, "digest", async () => {
    const now = new Date();
    if (!demo && !isTime(now)) return;
    const when: When = { now, pace: demo ? "NOW" : "DAY" };
    await tellByMail(database, when);
    await askSpeakers(database, when);
  });
  return every(demo ? 2 : 5, "mail", (goOn) => sendMails(manager, deliver, goOn));
}
