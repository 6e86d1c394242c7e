import { getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType } from "graphql";
import type { DataSource } from "typeorm";
import { subjects } from "./subjects.ts";
import { schema } from "./walk.ts";

/** Inputs of acts on the demonstration, valid for whoever has the right. */
export function inputsFor(at: { database: DataSource }) {
  const id = async (text: string) =>
    (await at.database.query<[{ id: string }]>(`select id from ${text} limit 1`))[0].id;

  /** A paper sheet typed in by an administrator, so by none of the viewers under test. */
  const entered = async () => {
    const paper = await id("response where channel = 'PAPER'");
    const text = `update response set entered_by_id = (
      select person_id from role_grant where role = 'ADMINISTRATOR' limit 1) where id = $1`;
    await at.database.query(text, [paper]);
    return paper;
  };

  /** A contribution supplied to a proposal. */
  const supplied = async () => {
    const contribution = await id("contribution where status = 'VISIBLE' order by id");
    const text = `insert into supply (contribution_id, proposal_id, slot, key, digest, code_digest)
      values ($1, $2, 'FOR', $3, $3, $3) on conflict do nothing`;
    await at.database.query(text, [contribution, await id("proposal"), contribution]);
    return contribution;
  };

  /** A ruling of a moderator. */
  const ruled = async () => {
    const text = `insert into ruling (kind, text_id, group_id, outcome, ruled_by_id, ruled_at)
      select 'CONTRIBUTION', $1, $2, 'HIDDEN', person_id, now() from role_grant limit 1 returning id`;
    const values = [await id("contribution where status = 'HIDDEN'"), await id("working_group")];
    return (await at.database.query<[{ id: string }]>(text, values))[0].id;
  };

  /** An act of curation, in the group of the demonstration. */
  const curated = async () => {
    const text = `insert into curation_answer (kind, text_id, group_id, reason, act_id, answered_at)
      select 'SUPPLY', uuidv7(), id, 'x', uuidv7(), now() from working_group where slug = 'circuits-courts'
      returning act_id as id`;
    return (await at.database.query<[{ id: string }]>(text))[0].id;
  };

  /** An appeal against a ruling of somebody who holds no role. */
  const appealed = async () => {
    const ruling = await ruled();
    const other = await id("person where id not in (select person_id from role_grant)");
    await at.database.query("update ruling set ruled_by_id = $2 where id = $1", [ruling, other]);
    const text = "insert into appeal (ruling_id, text, appealed_on) values ($1, 'x', now()) returning id";
    return (await at.database.query<[{ id: string }]>(text, [ruling]))[0].id;
  };

  /** A correction of minutes that waits. */
  const corrected = async () => {
    await at.database.query(`insert into minutes_correction (minutes_id, block_id, text, state, arrival)
      select minutes_id, id, 'x', 'OPEN', 1 from minutes_block limit 1 on conflict do nothing`);
    return id("minutes_correction");
  };

  /** A line asked for the agenda of a meeting, which nobody judged. */
  const askedFor = async () => {
    const values = [await id("meeting where kind = 'NATIONAL' and not draft")];
    const text = `insert into agenda_request (key, meeting_id, text, status, asked_on)
      values ('x', $1, 'x', 'VISIBLE', now()) on conflict do nothing`;
    await at.database.query(text, values);
    return id("agenda_request");
  };

  /** Somebody who volunteers as the referent of a territory. */
  const offered = async () => {
    await at.database.query(`insert into candidacy (key, person_id, territory_id, why, offered_on)
      select 'x', p.id, t.id, 'x', now() from person p, territory t limit 1 on conflict do nothing`);
    return id("candidacy");
  };

  /** An invitation that waits, for the whole site. */
  const invited = async () => {
    await at.database.query(`insert into invitation (key, token_digest, role, made_at, expires_at)
      values ('x', 'x', 'ADMINISTRATOR', now(), now() + interval '1 day') on conflict (key) do nothing`);
    return id("invitation");
  };

  /** An organisation that waits, where nobody of the team is. */
  const organised = async () => {
    await at.database.query(`insert into organisation (slug, name, kind, about, registered_on)
      values ('x', 'x', 'OTHER', 'x', now()) on conflict do nothing`);
    return id("organisation where slug = 'x'");
  };

  /** A document attached to a meeting. */
  const attached = async () => {
    const values = [await id("meeting where kind = 'NATIONAL' and not draft")];
    const text = `insert into meeting_file (meeting_id, title, kind, size, digest, added_on)
      values ($1, 'x', 'PDF', 1, 'x', now()) on conflict do nothing`;
    await at.database.query(text, values);
    return id("meeting_file");
  };

  /** A file, or a sheet that is being filled, of the group of the demonstration. */
  const documented = async (kind: "FILE" | "SHEET") => {
    await at.database.query(
      `insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
       select $1, id, $2, 'x', 'x', $3, now(), '[]' from working_group where slug = 'circuits-courts'
       on conflict do nothing`,
      [`x-${kind}`, kind, kind === "FILE" ? 1 : 0],
    );
    return id(`document where slug = 'x-${kind}'`);
  };

  /** A file of texts that was sent to the group of the demonstration. */
  const imported = async () => {
    await at.database.query(`insert into text_import (group_id, file_name, format, columns, row_count, asked_on)
      select id, 'x', 'CSV', '[]', 0, now() from working_group where slug = 'circuits-courts'`);
    return id("text_import order by id desc");
  };

  /** A notebook in the group of the demonstration. */
  const notebook = async () => {
    const [kept] = await at.database.query<
      [{ id: string }]
    >(`insert into contribution (theme_id, channel, body, status, appearance, contributed_on, import_key)
      select theme_id, 'NOTEBOOK', 'Un texte de cahier.', 'VISIBLE', 'ANONYMOUS', now(), gen_random_uuid()
      from working_group where slug = 'circuits-courts' returning id`);
    return kept.id;
  };

  /** A scan of a notebook. */
  const scanned = async () => {
    const values = [await notebook()];
    const text = `with kept as (insert into stored_file (place, size, digest, kept_at, bytes)
        values ('DATABASE', 1, 'x', now(), 'x') returning id)
      insert into notebook_file (contribution_id, name, kind, size, file_id, added_on)
        select $1, 'x.pdf', 'PDF', 1, id, now() from kept`;
    await at.database.query(text, values);
    return id("notebook_file order by id desc");
  };

  /** A criterion of the grid of that group. */
  const criterion = async () => {
    await at.database.query(`insert into grid_criterion (group_id, position, label, kind)
      select id, 1, 'x', 'YES_NO' from working_group where slug = 'circuits-courts'`);
    return id("grid_criterion");
  };

  /** A line of a notebook that another group sent. */
  const sent = async () => {
    const contribution = await notebook();
    const [line] = await at.database.query<[{ id: string }]>(
      `with marked as (insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
         values ($1, 0, 8, 'Un texte', now()) returning id)
       insert into notebook_line (passage_id, theme_id, from_theme_id, state, changed_on)
       select m.id, g.theme_id, g.theme_id, 'SENT', now() from marked m, working_group g where g.slug = 'circuits-courts'
       returning id`,
      [contribution],
    );
    return line.id;
  };

  /** The question of this week of that group. */
  const weekly = async () => {
    await at.database.query(`insert into week_question (group_id, week, question_id, asked_at)
      select g.id, date_trunc('week', now())::date, q.id, now() from working_group g, question q
      where g.slug = 'circuits-courts' limit 1 on conflict do nothing`);
    return id("week_question where withdrawn_on is null");
  };

  /** Rows that the demonstration lacks, by the act that is about them. */
  const made: Record<string, () => Promise<string>> = {
    renewInvitation: invited,
    withdrawInvitation: invited,
    withdrawWeekQuestion: weekly,
    undoRuling: ruled,
    decideAppeal: appealed,
    settleMinutesCorrection: corrected,
    judgeAgendaRequest: askedFor,
    judgeCandidacy: offered,
    removeMeetingFile: attached,
    editDocument: () => documented("FILE"),
    restoreDocumentVersion: () => documented("FILE"),
    withdrawDocument: () => documented("FILE"),
    fillTemplate: async () => crypto.randomUUID(),
    saveSheet: () => documented("SHEET"),
    publishSheet: () => documented("SHEET"),
    eraseSheet: () => documented("SHEET"),
    judgeOrganisation: organised,
    editOrganisation: organised,
    closeOrganisation: organised,
    askToJoinOrganisation: organised,
    leaveOrganisation: organised,
    inviteToOrganisation: organised,
    changeOrganisationMember: organised,
    withdrawOrganisationInvitation: organised,
    mapTextImport: imported,
    runTextImport: imported,
    takeBackTextImport: imported,
    withdrawNotebook: notebook,
    removeNotebookFile: scanned,
    readNotebook: notebook,
    decideCriterion: notebook,
    attachLine: notebook,
    detachLine: sent,
    answerLine: sent,
    writeCriterion: criterion,
    retireCriterion: criterion,
  };

  /** A valid input for an act: only the viewer may be wrong. */
  async function inputOf(mutation: string): Promise<object> {
    // Looked up only for the ids an input asks for: two or three, not twenty.
    const ids: Record<string, () => Promise<string> | string> = {
      id: () => made[mutation]?.() ?? id(subjects.find(([acts]) => acts.test(mutation))?.[1] ?? "proposal"),
      textId: () => id("contribution where status = 'HELD'"),
      contributionId: () => (mutation === "takeUpSupply" ? supplied() : id("contribution where status = 'VISIBLE'")),
      criterionId: criterion,
      keyPointId: () => id("key_point where state = 'STATED'"),
      intoId: () => id("key_point where state = 'STATED' order by number desc"),
      // Nobody takes their own second factor away.
      personId: () =>
        id(mutation === "resetSecondFactor" ? "person where id not in (select person_id from role_grant)" : "person"),
      passageId: () => id("passage"),
      proposalId: () => id("proposal"),
      initiativeId: () => id("initiative"),
      templateId: () => id("document where kind = 'TEMPLATE'"),
      exchangeId: () => id("exchange"),
      handoverId: () => id("handover where replied_on is not null"),
      synthesisId: () => id("synthesis"),
      againstId: () => id("key_point where state = 'STATED'"),
      causedByReaction: () => id("reaction"),
      causedByMeeting: () => id("meeting"),
      reactionId: () => id("reaction"),
      groupId: () => id("working_group where slug = 'circuits-courts'"),
      minutesId: () => id("minutes"),
      blockId: () => id("minutes_block"),
      meetingId: () => id("meeting"),
      statementId: () => id("statement"),
      nextId: () => id("statement"),
      questionnaireId: () => id("questionnaire"),
      sectionId: () => id("section"),
      questionId: () => id("question where type = 'SINGLE_CHOICE'"),
      entryId: entered,
      act: curated,
      key: () => crypto.randomUUID(),
    };
    const make = async (type: GraphQLInputType, name: string): Promise<unknown> => {
      const bare = getNullableType(type);
      if (isListType(bare)) return [await make(bare.ofType, name.replace(/s$/, ""))];
      if (isInputObjectType(bare)) {
        const fields: Record<string, unknown> = {};
        for (const field of Object.values(bare.getFields())) fields[field.name] = await make(field.type, field.name);
        return fields;
      }
      if (isEnumType(bare)) return bare.getValues()[0]!.name;
      if (bare.name === "ID") return (await ids[name]?.()) ?? null;
      if (bare.name === "Int" || bare.name === "Float") return 1;
      if (bare.name === "Boolean") return false;
      if (bare.name === "DateTime") return new Date(Date.now() + 86_400_000).toISOString();
      if (bare.name === "Date") return new Date().toISOString().slice(0, 10);
      if (bare.name === "AnswerValue") return {};
      if (name === "group" || name === "theme") return "circuits-courts";
      return name === "objective" ? "objectif-1" : "Un texte.";
    };
    return (await make(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type, "input")) as object;
  }

  return { inputOf };
}
