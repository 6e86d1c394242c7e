import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { ReactInput, WithdrawReactionInput } from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { holdAllBack } from "../moderation/hold.writes.ts";
import { actAs, keepVoice, spokenFor } from "../organisation/organisation.voice.ts";
import { territoryNamed } from "../territory/territory.queries.ts";
import { eraseReaction } from "./reaction.purges.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";
import { isReadable, refuseNoPart, versionWithPage } from "./reaction.queries.ts";

/** Keeps what somebody says of something that anybody may read: once, whatever the retries. */
export async function react(by: Act, input: ReactInput): Promise<{ reaction: Reaction; own: Reaction; held: boolean }> {
  const spoken = await spokenFor(by, input.organisationId);
  const act = actAs(by, spoken);
  const { db, now, count, deviceAt } = act;
  const { subject, subjectId, kind } = input;
  const ofPage = input.ofPage ?? null;
  const ofPart = input.ofPart ?? null;
  const key = neededText(input.key, "key", 100);
  const territoryId = await territoryNamed(db, input.territory, input.authorName?.trim() ? "NAMED" : "ANONYMOUS");
  const { text, source, ...own } = together({
    text: () => neededText(input.text, "text", limits["reaction.text"]),
    source: () => (kind === "SOURCE" ? neededLine(input.source ?? "", "source", limits["reaction.source"]) : null),
    authorName: () => givenLine(input.authorName, "authorName", limits["reaction.authorName"]),
    territoryId,
  });
  const author = spoken ? { authorName: spoken.name, territoryId: spoken.territoryId } : own;
  if (!spoken) await refuseReserved(db, { authorName: author.authorName });
  if (!isId(subjectId)) throw new Refusal("GONE", "subjectId");
  if (!(await isReadable(db, subject, subjectId))) throw new Refusal("GONE", "subjectId");
  const ofVersion = ofPage === null ? null : await versionWithPage(db, subject, subjectId, ofPage);
  if (ofPart !== null) await refuseNoPart(db, subject, subjectId, ofPart);

  const held = carriesContact(text) || carriesContact(source) || carriesContact(author.authorName);
  const said = {
    subject,
    subjectId: subjectId.toLowerCase(),
    kind,
    ofPage,
    ofPart,
    text,
    source,
    ...author,
    organisationId: spoken?.id ?? null,
  };
  const status = held ? "HELD" : "VISIBLE";
  // Apart with a name and without: a count that is less than what is listed would say who wrote without one.
  const authorDigest = deviceAt(author.authorName ? `${said.subjectId} under a name` : said.subjectId);
  // The id is drawn here, since the code of its private link is made from it.
  const id = randomUUID();
  const codeDigest = linkDigest("reaction", linkCode("reaction", id));
  const isNew = await insertOnce(db, Reactions, {
    id,
    codeDigest,
    key,
    ...said,
    ofVersion,
    authorDigest,
    status,
    reactedOn: dayOf(now),
  });
  let reaction = await db.findOneByOrFail(Reactions, { key });
  if (isNew) {
    count("reaction", said.subjectId);
    await recorder(db, visitor, now)("reaction.given", reaction);
    // Last, so that those who write together hardly wait for each other.
    const became = await holdAllBack(act, "REACTION", [id]);
    reaction = { ...reaction, status: became.get(id) ?? reaction.status };
  } else if (Object.entries(said).some(([field, value]) => reaction[field as keyof Reaction] !== value))
    throw new Refusal("CONFLICT");
  return { reaction, own: reaction, held: reaction.status === "HELD" };
}

/** Takes one's reaction back: its words, name and territory are erased; its place stays, since others may have answered it. */
export async function withdrawReaction(
  { db, now, viewer }: Transaction,
  { code }: WithdrawReactionInput,
): Promise<{ own: Reaction }> {
  const codeDigest = (await currentDigest(db, linkDigest("reaction", code)))!;
  const before = await db.findOne(Reactions, { where: { codeDigest }, lock: { mode: "for_no_key_update" } });
  if (!before) throw new Refusal("UNKNOWN_RECEIPT", "code");
  await keepVoice({ db, viewer }, before.organisationId);
  return { own: await eraseReaction(db, before, now) };
}
