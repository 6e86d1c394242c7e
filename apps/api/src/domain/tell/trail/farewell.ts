import { m } from "@cahier/schema/messages";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMails } from "../../../platform/mail/outbox.ts";
import { signed } from "../../../platform/secret.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readersInTurn } from "./reader.queries.ts";
import { stopLink } from "../../../platform/mail/stopLink.ts";

/** Readers handled together. */
const together = 500;

/** Thanks whoever left an address with a response to a group that ends, once ever: a group taken up again thanks anew nobody. */
export async function thankAll({ db }: Transaction, groupId: string, { outcome }: Record<string, unknown>) {
  if (!sendsMail(config)) return;
  const { slug, name } = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  const asked = await db.query<{ id: string }[]>(
    "select q.id from questionnaire q join objective o on o.id = q.objective_id where o.group_id = $1",
    [groupId],
  );
  const own = new Set(asked.map(({ id }) => id));
  for await (const readers of readersInTurn(db, together)) {
    const thanked = readers.filter(({ responses }) =>
      responses.some(({ questionnaireId }) => own.has(questionnaireId)),
    );
    const mails = thanked.map(({ address, language: locale }) => {
      const link = stopLink(address, locale);
      const facts = { name, outcome: String(outcome), link: siteAddress(locale, `/groups/${slug}`), stop: link };
      return {
        key: `group thanked ${groupId} ${signed("thanked", address).toString("hex")}`,
        to: address,
        language: locale,
        subject: m.mail_groupEnded_subject({ name }, { locale }),
        text: m.mail_groupEnded_text(facts, { locale }),
        stopLink: link,
      };
    });
    await leaveMails(db, mails);
  }
}
