import { randomUUID } from "node:crypto";
import type { SubmitResponseInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { consentsGiven } from "../../ground/person/consent.writes.ts";
import { actAs, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { holdAllBack } from "../../ground/moderation/hold.writes.ts";
import { checkedResponse, digestOf, questionnaireAnswered, saidFor } from "./response.check.ts";
import { followedAt } from "../follow/follow.ts";
import { keepFollow } from "../follow/follow.writes.ts";
import { responseParts } from "./parts.ts";
import type { Response } from "./response.entity.ts";
import { insertResponse, keepTexts, responseOfKey, tellTogether } from "./response.writes.ts";

/** Stores a response once, whatever the retries, and answers with what its receipt is made of. */
export async function submitResponse(by: Act, said: SubmitResponseInput): Promise<{ receipt: Response }> {
  const spoken = await spokenFor(by, said.organisationId);
  const input = saidFor(said, spoken);
  const tx = actAs(by, spoken);
  const { db } = tx;
  const key = input.key.trim();
  const keyIsGood = key !== "" && key.length <= 100;
  const questionnaire = await questionnaireAnswered(db, input.questionnaireId, input.questionnaireRevision);
  if (!questionnaire) throw new Refusal("NOT_OPEN");
  if (!keyIsGood) throw new Refusal(key ? "TOO_LONG" : "REQUIRED", "key", key && "100");

  const { answers, territory, sender, followUpEmail } = await checkedResponse(db, questionnaire, input);
  const { organisationId } = sender;
  const digest = digestOf({
    answers,
    ...sender,
    organisationId: organisationId ?? undefined,
    ...followedAt(followUpEmail),
  });
  const id = randomUUID();
  const day = dayOf(tx.now);
  const { texts, ...head } = responseParts(questionnaire, answers, sender);
  const stored = await insertResponse(db, {
    id,
    key,
    digest,
    territory,
    followUpLanguage: input.followUpLanguage ?? "fr",
    ...sender,
    ...head,
    consents: consentsGiven({ PUBLICATION: sender.appearance !== "UNPUBLISHED", FOLLOW_UP: !!followUpEmail }, day),
  });
  if (!stored) {
    // It was sent before, or a moment ago, or the questionnaire takes no responses now.
    const other = await responseOfKey(db, questionnaire.id, key);
    if (!other) throw new Refusal("NOT_OPEN");
    return { receipt: theSame(other, digest) };
  }
  tx.count("response", questionnaire.id);
  const [kept] = await Promise.all([
    keepTexts(db, id, texts),
    tellTogether(db, questionnaire.id),
    followUpEmail && keepFollow(db, { kind: "ADDRESS", responseId: id, value: followUpEmail }),
    // The journal does not name the sender, even when signed in, and keeps the day without the time.
    recorder(db, visitor, tx.now)("response.submitted", stored),
  ]);
  const shown = kept.filter(({ status }) => status === "VISIBLE" || status === "HELD");
  const became = await holdAllBack(
    tx,
    "CONTRIBUTION",
    shown.map((text) => text.id),
  );
  const changed = shown.some((text) => (became.get(text.id) ?? text.status) !== text.status);
  return { receipt: changed ? (await responseOfKey(db, questionnaire.id, key))! : stored };
}

function theSame(stored: Response, digest: string): Response {
  if (stored.digest !== digest) throw new Refusal("CONFLICT");
  return stored;
}
