import type { EditProfileInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { Persons } from "./person.entity.ts";
import { neededName } from "./person.writes.ts";

/** Keeps the name and the language of one's own account. */
export async function editProfile({ db, viewer, record }: Transaction, input: EditProfileInput) {
  const { id } = viewer;
  authorize(id !== null);
  const displayName = neededName(input.displayName, "displayName");
  await refuseReserved(db, { displayName });
  const { language } = input;
  if (!(await db.existsBy(Persons, { id, displayName, language }))) {
    await db.update(Persons, id, { displayName, language });
    await record("person.named", id);
  }
  return { viewer: { ...viewer, id, displayName, language } };
}
