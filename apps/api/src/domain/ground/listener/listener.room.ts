import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { Listeners } from "./listener.entity.ts";
import { eraseAddress } from "./listener.writes.ts";

/** An account that is erased waits for nothing. */
async function forgetAccount({ db }: Transaction, personId: string) {
  const [person] = await db.query<{ email: string }[]>(
    "select email from person where id = $1 and email_verified and email is not null",
    [personId],
  );
  if (person) await eraseAddress(db, person.email);
}

export const listenerRoom = room({
  tables: [Listeners],
  hears: { "person.erased": forgetAccount },
});
