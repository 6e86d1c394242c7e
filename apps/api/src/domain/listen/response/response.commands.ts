import { randomUUID } from "node:crypto";
import type { SubmitResponseInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { consentsGiven } from "../../ground/person/consent.writes.ts";
import { actAs, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { holdWritten, waitsAnyway } from "../../ground/moderation/hold.writes.ts";
import { checkedResponse, digestOf, questionnaireAnswered, saidFor } from "./response.check.ts";
import { followedAt } from "../follow/follow.ts";
import { keepFollow } from "../follow/follow.writes.ts";
import { type ResponseParts, responseParts } from "./parts.ts";
import type { Response } from "./response.entity.ts";
import { insertResponse, responseOfKey, sendTexts, tellTogether } from "./response.writes.ts";

/** Stores a response once, whatever the retries, and answers with what its receipt is made of. */
export async function submitResponse(by: Act, said: SubmitResponseInput): Promise<{ receipt: Response }> {
  const spoken = await spokenFor(by, said.organisationId);
  const input = saidFor(said, spoken);
  const tx = actAs(by, spoken);
  const { db } = tx;
  const day = dayOf(tx.now);
  const key = input.key.trim();
  const keyIsGood = key !== "" && key.length <= 100;
  const questionnaire = await questionnaireAnswered(db, input.questionnaireId, input.questionnaireRevision, day);
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
  const parts = responseParts(questionnaire, answers, sender);
  const waits = await waitsAnyway(tx, questionnaire.groupId, questionnaire.review);
  const { texts, ...head } = waits ? held(parts) : parts;
  const response = {
    id,
    key,
    digest,
    territory,
    followUpLanguage: input.followUpLanguage ?? "fr",
    ...sender,
    ...head,
    heldByText: texts.some(({ status }) => status === "HELD"),
    consents: consentsGiven({ PUBLICATION: sender.appearance !== "UNPUBLISHED", FOLLOW_UP: !!followUpEmail }, day),
    day,
  };
  // Together: no text is written where the response is not.
  const [sent, written] = await Promise.all([
    insertResponse(db, response),
    sendTexts(tx, id, questionnaire.groupId, texts),
  ]);
  if (!sent) {
    // It was sent before, or a moment ago, or the questionnaire takes no responses now.
    const other = await responseOfKey(db, questionnaire.id, key);
    if (!other) throw new Refusal("NOT_OPEN");
    return { receipt: theSame(other, digest) };
  }
  const { stored, tells } = sent;
  tx.count("response", questionnaire.id);
  if (followUpEmail) await keepFollow(db, { kind: "ADDRESS", responseId: id, value: followUpEmail });
  const [, became] = await Promise.all([
    tells && tellTogether(db, questionnaire.id),
    holdWritten(tx, "CONTRIBUTION", written),
  ]);
  if (written.some(({ textId, status }) => became.get(textId) !== status))
    return { receipt: (await responseOfKey(db, questionnaire.id, key))! };
  // Nothing of it moved the end of the database, but an address.
  if (!followUpEmail) tx.readAt(questionnaire.end);
  return { receipt: stored };
}

/** Parts of a response whose texts wait, whatever they say: none is shown and held again at once. */
function held(parts: ResponseParts): ResponseParts {
  const texts = parts.texts.map((text) => (text.status === "VISIBLE" ? { ...text, status: "HELD" as const } : text));
  const waits = parts.status === "VISIBLE" && texts.some(({ status }) => status === "HELD");
  return { ...parts, texts, status: waits ? "HELD" : parts.status };
}

function theSame(stored: Response, digest: string): Response {
  if (stored.digest !== digest) throw new Refusal("CONFLICT");
  return stored;
}
