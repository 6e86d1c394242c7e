import { forTheOperator } from "./operator.ts";
import { asked } from "./platform/asked.ts";
import { config } from "./platform/config.ts";
import { deliver, sendsMail } from "./platform/mail/mail.ts";
import { mailFigures, sendMails } from "./platform/mail/outbox.ts";
import { tellByMail } from "./domain/tell/trail/digest.commands.ts";
import { tellNews } from "./domain/tell/news/digest.commands.ts";

/** `npm run digest`: tells now all that was not told yet, sends what waits, and says how mails stand. */
asked("npm run digest -- [--empty]", {});
await forTheOperator(async (database) => {
  const { manager } = database;
  if (config.smtpUrl) {
    const now = new Date();
    const told =
      (await tellByMail(database, { now, pace: "NOW" })) +
      (await tellNews(database, { now, pace: "NOW" })) +
      (await tellNews(database, { now, pace: "DAY" }));
    console.log(`${told} mails tell what is new, ${await sendMails(manager, deliver)} were sent just now.`);
  } else
    console.log(
      sendsMail(config)
        ? "The demonstration tells by itself, while it runs: its mails are on /demo/mail."
        : "No SMTP_URL: no mail can be sent.",
    );
  const { waiting, failing, givenUp } = await mailFigures(manager);
  console.log(`${waiting} wait, ${failing} of them after a failure; ${givenUp} were given up in the last seven days.`);
});
