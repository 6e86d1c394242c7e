import { limits } from "@cahier/schema/limits";
import type { ReactInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { territoryNamed } from "../territory/territory.queries.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";
import { isReadable } from "./reaction.queries.ts";

/** Keeps what somebody says of something that anybody may read: once, whatever the retries. */
export async function react(
  { db, now, count, deviceAt }: Act,
  input: ReactInput,
): Promise<{ reaction: Reaction; held: boolean }> {
  const { subject, subjectId, kind } = input;
  const key = neededText(input.key, "key", 100);
  const territoryId = await territoryNamed(db, input.territory, input.authorName?.trim() ? "NAMED" : "ANONYMOUS");
  const { text, ...author } = together({
    text: () => neededText(input.text, "text", limits["reaction.text"]),
    authorName: () => givenLine(input.authorName, "authorName", limits["reaction.authorName"]),
    territoryId,
  });
  await refuseReserved(db, { authorName: author.authorName });
  if (!isId(subjectId)) throw new Refusal("GONE", "subjectId");
  if (!(await isReadable(db, subject, subjectId))) throw new Refusal("GONE", "subjectId");

  const held = carriesContact(text) || carriesContact(author.authorName);
  const said = {
    subject,
    subjectId: subjectId.toLowerCase(),
    kind,
    text,
    ...author,
  };
  const status = held ? "HELD" : "VISIBLE";
  const authorDigest = deviceAt(said.subjectId);
  const isNew = await insertOnce(db, Reactions, { key, ...said, authorDigest, status, reactedOn: dayOf(now) });
  const reaction = await db.findOneByOrFail(Reactions, { key });
  if (isNew) {
    count("reaction", said.subjectId);
    await recorder(db, visitor, now)("reaction.given", reaction);
  } else if (Object.entries(said).some(([field, value]) => reaction[field as keyof Reaction] !== value))
    throw new Refusal("CONFLICT");
  return { reaction, held: reaction.status === "HELD" };
}
