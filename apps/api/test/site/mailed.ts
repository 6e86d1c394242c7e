import type { DataSource } from "typeorm";

/** Mails that were sent to somebody, and addresses that still wait for one. */
export const mailed = (api: { database: DataSource }) => ({
  mailsTo: (address: string) =>
    api.database.query<{ subject: string; text: string }[]>(
      "select subject, text from outgoing_mail where recipient = $1",
      [address],
    ),
  listeners: async () =>
    (await api.database.query<{ address: string }[]>("select address from listener")).map(({ address }) => address),
});
