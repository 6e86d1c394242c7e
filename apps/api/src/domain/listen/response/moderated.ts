/**
 * Each text of a response is ruled on by itself; its short answers together, once no text of it waits. A name that was
 * read with one text is read for all of them.
 */
import type { Transaction } from "../../../platform/context.ts";
import { type ModeratedKind, partsOf, type PartWords } from "../../../platform/moderated.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { groupOfText } from "../contribution/contribution.sql.ts";
import { holdTexts, nameTexts, ruleContribution, showTexts } from "../contribution/contribution.writes.ts";
import { ownWords } from "./own.queries.ts";
import { Answers, type Response, Responses } from "./response.entity.ts";
import { settleStatus } from "./settle.writes.ts";

const names = { authorName: "it.author_name", organisationName: "it.organisation_name" };

/** SQL: no supply to a proposal, which has its own kind. */
const apart = "(it.response_id is not null or it.objective_id is not null or it.import_key is not null)";

/** SQL: texts of a response as moderators read them, from the table or from those that were just kept. */
export const textRows = (from = "contribution") =>
  `select it.id, ${groupOfText("it")} as group_id, it.contributed_on as given_on, it.status,
      ${partsOf({ body: "it.body", ...names })} as parts,
      q.label as about, null as quoted, coalesce('/questionnaires/' || f.slug, '/contributions/' || it.id) as path
    from ${from} it left join question q on q.id = it.question_id
    left join questionnaire f on f.id = q.questionnaire_id`;

/** Texts of responses, those that were imported, and those that stand free, for moderators. Supplies are apart. */
export const moderatedText: ModeratedKind = {
  rows: () => textRows(),
  held: `${held("it")} and ${apart}`,
  // A text with an objective is none apart; one without belongs to the first group of its theme.
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "o.group_id", day: "h.day" })}
    from objective o cross join lateral (select it.id, it.contributed_on as day from contribution it
      where it.objective_id = o.id and ${held("it")} ${oldest("it.contributed_on", "it.id")}) h
    where o.group_id = any($1::uuid[])
    union all select ${told({ id: "h.id", group: "w.id", day: "h.day" })}
    from working_group w cross join lateral (select it.id, it.contributed_on as day from contribution it
      where it.objective_id is null and it.theme_id = w.theme_id and ${held("it")}
      and (it.response_id is not null or it.import_key is not null)
      ${oldest("it.contributed_on", "it.id")}) h
    where w.id = any($1::uuid[]) and not exists (select from working_group o where o.theme_id = w.theme_id and o.id < w.id)`,
  floods: { table: "contribution", day: "contributed_on", group: `case when ${apart} then ${groupOfText("it")} end` },
  shown: `${visible("it")} and ${apart}`,
  lock: [
    "select from response where id = (select response_id from contribution where id = $1) for update",
    "select from contribution where id = $1 for no key update",
  ],
  beside: `select c.id as key, x.label, x.text from contribution c cross join lateral (
      select q.label, q.position, coalesce(o.body, a.value #>> '{}') as text
      from response r join question q on q.questionnaire_id = r.questionnaire_id
      left join contribution o on o.response_id = r.id and o.question_id = q.id and o.id <> c.id
      left join answer a on a.response_id = r.id and a.question_id = q.id and q.type = 'SHORT_TEXT'
      where r.id = c.response_id and coalesce(o.body, a.value #>> '{}', '') <> '' order by q.position limit 20) x
    where c.id = any($1::uuid[]) order by x.position`,
  async holdAll({ db }, ids) {
    await holdTexts(db, ids);
    await db.query(
      `update response set status = 'HELD'
       where status = 'VISIBLE' and id in (select response_id from contribution where id = any($1::uuid[]))`,
      [ids],
    );
  },
  async rule(tx, id, visibility, words) {
    const { db } = tx;
    await ruleContribution(tx, id, visibility, words);
    const it = await db.findOneByOrFail(Contributions, { id });
    if (!it.responseId) return;
    if (words.authorName !== undefined || words.organisationName !== undefined) await rename(tx, it.responseId, words);
    if (visibility.status === "VISIBLE") await releaseForName(tx, it);
    await settleStatus(db, it.responseId);
  },
};

/** Short answers of responses, and names of those without a text, for moderators. */
export const moderatedResponse: ModeratedKind = {
  rows: () => `select it.id, o.group_id, it.submitted_on as given_on, it.status,
      ${ownWords("it")} as parts, f.title as about, null as quoted, '/questionnaires/' || f.slug as path
    from response it join questionnaire f on f.id = it.questionnaire_id join objective o on o.id = f.objective_id`,
  held: `${held("it")} and not it.held_by_text`,
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "o.group_id", day: "h.day" })}
    from objective o join questionnaire f on f.objective_id = o.id cross join lateral (
      select it.id, it.submitted_on as day from response it
      where it.questionnaire_id = f.id and ${held("it")} and not it.held_by_text ${oldest("it.submitted_on", "it.id")}) h
    where o.group_id = any($1::uuid[])`,
  lock: ["select from response where id = $1 for update"],
  masksWhole: true,
  async rule(tx, id, { status }, { authorName, organisationName, ...answers }) {
    const { db } = tx;
    await rename(tx, id, { ...(authorName && { authorName }), ...(organisationName && { organisationName }) });
    for (const [name, text] of Object.entries(answers)) {
      const [questionId, other] = name.split(".");
      await db.update(Answers, { responseId: id, questionId: questionId! }, other ? { other: text } : { value: text });
    }
    await db.update(Responses, id, { status });
  },
};

/** Writes the name of a response, masked or as it was, there and beside its texts. */
async function rename({ db }: Transaction, id: string, { authorName, organisationName }: PartWords) {
  const named: Partial<Pick<Response, "authorName" | "organisationName">> = {
    ...(authorName !== undefined && { authorName }),
    ...(organisationName !== undefined && { organisationName }),
  };
  if (Object.keys(named).length === 0) return;
  await db.update(Responses, id, named);
  await nameTexts(db, id, named);
}

/** Shows the other texts that waited for the name alone: it was read with this one. */
async function releaseForName({ db }: Transaction, { responseId }: Contribution) {
  const waiting = await db.findBy(Contributions, { responseId: responseId!, status: "HELD" });
  const clean = waiting.filter(({ body }) => !carriesContact(body)).map(({ id }) => id);
  const named = waiting.some(({ authorName, organisationName }) => authorName ?? organisationName);
  if (named && clean.length > 0) await showTexts(db, clean);
}
