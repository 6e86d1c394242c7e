import type { Transaction } from "../../../platform/context.ts";

/** Takes somebody who is erased off the points of agendas that they led, where no account of the same name stays. */
export const leaveAgendas = ({ db }: Transaction, personId: string) =>
  db.query(
    `update agenda_item a set lead = null from person p
     where p.id = $1 and p.display_name <> '' and lower(a.lead) = lower(p.display_name)
       and not exists (select from person o where o.id <> p.id and lower(o.display_name) = lower(p.display_name))`,
    [personId],
  );
