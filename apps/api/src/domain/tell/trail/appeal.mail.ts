import { m } from "@cahier/schema/messages";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { followerOf } from "../../listen/follow/follow.queries.ts";
import { mailedCode } from "../../listen/response/codes.ts";
import { keepMailed } from "../../listen/response/response.writes.ts";
import { readersOf } from "./reader.queries.ts";
import { stopLink } from "../../../platform/mail/stopLink.ts";

/** Tells whoever asked to be told of a response that their appeal is decided: in a mail of its own, once. */
export async function tellAppealDecided({ db }: Transaction, rulingId: string, { outcome }: Record<string, unknown>) {
  if (!sendsMail(config)) return;
  const [appealed] = await db.query<{ responseId: string; note: string | null }[]>(
    `select coalesce(c.response_id, r.id) as "responseId", a.note from ruling g join appeal a on a.ruling_id = g.id
     left join contribution c on g.kind = 'CONTRIBUTION' and c.id = g.text_id
     left join response r on g.kind = 'RESPONSE' and r.id = g.text_id
     where g.id = $1 and (c.response_id is not null or r.id is not null)`,
    [rulingId],
  );
  if (!appealed) return;
  const { responseId, note } = appealed;
  const kinds = ["ADDRESS", "ACCOUNT"] as const;
  const following = await Promise.all(
    kinds.map(async (kind) => ({ kind, responseId, value: await followerOf(db, kind, responseId) })),
  );
  const among = following.flatMap(({ value, ...it }) => (value === null ? [] : [{ ...it, value }]));
  for (const { address, language: locale } of await readersOf(db, among)) {
    // No mail may have led to it before.
    await keepMailed(db, responseId);
    const link = stopLink(address, locale);
    const facts = { note: note ?? "", link: siteAddress(locale, `/follow/${mailedCode(responseId)}`), stop: link };
    const text = outcome === "RESTORED" ? m.mail_appeal_restored : m.mail_appeal_confirmed;
    await leaveMail(db, {
      key: `appeal decided ${rulingId}`,
      to: address,
      language: locale,
      subject: m.mail_appeal_subject({}, { locale }),
      text: text(facts, { locale }),
      stopLink: link,
    });
  }
}
