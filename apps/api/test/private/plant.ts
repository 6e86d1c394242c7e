import type { DataSource } from "typeorm";

/** Plants private rows of every kind, tied to public ones by every link there is. */
export async function plant(database: DataSource) {
  const run = (text: string) => database.query(text);
  await run(`update contribution set status = (array['HELD', 'HIDDEN', 'UNPUBLISHED', 'WITHDRAWN'])[1 + (random() * 3)::int]
    where id in (select id from contribution order by random() limit 25)`);
  await run(`insert into ruling (kind, text_id, group_id, outcome, reason, note, ruled_by_id, ruled_at)
    select 'CONTRIBUTION', c.id, g.id, 'HIDDEN', 'CONTACT', 'x', p.id, now() from contribution c
    cross join (select id from working_group limit 1) g cross join (select id from person limit 1) p
    where c.status <> 'VISIBLE'`);
  await run(`insert into hold (kind, text_id, because, device_digest, flood_digest)
    select 'CONTRIBUTION', id, '{FLOOD}', 'x', 'x' from contribution order by id limit 3`);
  await run(`insert into address_change (person_id, address, old_digest, new_digest, expires_at)
    select id, 'x', id::text, id::text, now() + interval '1 day' from person limit 3`);
  await run(
    "insert into second_factor (person_id, secret_sealed, pending_sealed) select id, 'x', 'x' from person limit 3",
  );
  await run("insert into known_device (digest, known_on) values ('x', now())");
  await run(`insert into recent_text (kind, text_id, group_id, author_digest, written_on)
    select 'CONTRIBUTION', c.id, g.id, 'x', now() from contribution c cross join (select id from working_group limit 1) g limit 3`);
  await run(`insert into moderation_log_entry (number, event, data, recorded_on, previous, hash)
    values (1, 'ruling.given', '{"outcome": "HIDDEN", "reason": "INSULT"}', now() - interval '40 days', '', 'x')`);
  await run(`insert into appeal (ruling_id, text, appealed_on) select id, 'x', now() from ruling order by id limit 5`);
  await run(`insert into report (kind, text_id, group_id, reason, note, words_digest, reporter_digest, reported_on)
    select 'CONTRIBUTION', c.id, g.id, 'INSULT', 'x', 'x', 'x', now() from contribution c
    cross join (select id from working_group limit 1) g limit 5`);
  await run(`insert into kept_for_two (contribution_id, person_id, kept_at)
    select r.contribution_id, r.person_id, now() from reading r where r.alone order by r.contribution_id limit 5`);
  await run(`insert into taken_matter (kind, subject_id, person_id, taken_on)
    select 'AMENDMENT', a.id, p.id, now() from amendment a cross join (select id from person order by id limit 1) p`);
  await run("update key_point set state = 'WORKING', stated_on = null where number % 5 = 0");
  await run("update proposal set state = 'DRAFT' where number = 2");
  // An adopted proposal, and a draft with a decision, which nobody may read.
  await run("update proposal set state = 'ADOPTED', state_on = now(), state_reason = 'x' where number = 3");
  await run(`insert into adoption (proposal_id, meeting_id, decided_on, method, votes_for, votes_against, abstentions,
      quorum, presence, note, version_number, hash)
    select p.id, m.id, now(), 'VOTE', 3, 1, 0, 2, jsonb_build_array(jsonb_build_object('territoryId', t.id, 'people', 4)),
      'x', 1, 'x'
    from proposal p, (select id from meeting order by id limit 1) m, (select id from territory order by id limit 1) t
    where p.number in (2, 3)`);
  await run(
    "insert into erratum (proposal_id, text, added_on) select id, 'x', now() from proposal where number in (2, 3)",
  );
  await run(`update proposal set state = 'MERGED', merged_into_id = (select id from proposal where number = 3)
    where number = 8`);
  await run("update synthesis set state = 'DRAFT' where slug = (select max(slug) from synthesis)");
  await run(`update synthesis_version set state = 'DRAFT', definition = 'x' where synthesis_id in (
    select id from synthesis where state = 'DRAFT')`);
  await run("update synthesis_paragraph set detail = 'x'");
  await run(`insert into set_aside (version_id, key_point_id, reason, note)
    select v.id, k.id, 'NOT_ACTIONABLE', 'x' from synthesis_version v
    join synthesis s on s.id = v.synthesis_id join key_point k on k.objective_id = s.objective_id and k.number = 1`);
  await run(`insert into accounted_passage (version_id, passage_id, set_aside_id)
    select a.version_id, l.passage_id, a.id from set_aside a join synthesis_version v on v.id = a.version_id
    join key_point_passage l on l.key_point_id = a.key_point_id where v.state = 'PUBLISHED'
    on conflict (version_id, passage_id) do update set set_aside_id = excluded.set_aside_id`);
  await run(`insert into set_aside (version_id, passage_id, reason, note)
    select version_id, passage_id, 'NOT_ACTIONABLE', 'x' from accounted_passage where set_aside_id is not null`);
  // Every second passage is set aside by itself.
  await run(`update accounted_passage kept set set_aside_id = a.id from set_aside a
    where a.version_id = kept.version_id and a.passage_id = kept.passage_id and a.id::text ~ '[02468ace]$'`);
  await run(`insert into minority_position (key, synthesis_id, text, territory_id, opened_by_id, opened_on)
    select 'planted-' || s.slug || p.signed, s.id, 'x', null, (select id from person limit 1), now()
    from synthesis s cross join (values (1), (2), (3)) p (signed) where s.state <> 'DRAFT'`);
  await run(`insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on)
    select 'planted-' || s.slug || p.signed, s.id, 'MINORITY', 'x', null, (select id from person limit 1), now()
    from proposal s cross join (values (1), (2), (3)) p (signed)`);
  await run(`insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on)
    select 'reserve-' || s.slug, s.id, 'RESERVE', 'x', (select id from territory limit 1), (select id from person limit 1), now()
    from proposal s`);
  await run(`insert into minority_signature (position_id, person_id)
    select p.id, o.id from minority_position p
    cross join lateral (select id from person order by id limit right(p.key, 1)::int) o where p.key like 'planted-%'`);
  await run(
    "update exchange set status = 'HIDDEN', status_reason = 'x' where id in (select id from exchange order by id limit 2)",
  );
  // A filled template that is on line, and serves an objective.
  await run(`with sheet as (
      insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
      select 'planted-sheet', id, 'SHEET', 'x', 'x', 1, now(), '[{"key": "x", "label": "x", "help": null, "required": true}]'
      from working_group where slug = 'circuits-courts' returning id, group_id),
    version as (insert into document_version (document_id, number, added_on, digest, answers)
      select id, 1, now(), 'x', '{"x": "x"}' from sheet)
    insert into document_service (document_id, kind, subject_id)
      select s.id, 'OBJECTIVE', o.id from sheet s join objective o on o.group_id = s.group_id limit 1`);
  await run(`insert into introduction (exchange_id, asked_by_id, text, asked_on)
    select e.id, p.id, 'x', now() from exchange e join person p on p.id <> e.author_id on conflict do nothing`);
  // A person asked to carry a proposal, who did not answer.
  await run(`with asked as (insert into person (display_name) values ('x') returning id)
    update handover set carrier_kind = 'PERSON', carrier_person_id = asked.id, carrier_consent = 'ASKED' from asked
    where handover.id = (select h.id from handover h join proposal p on p.id = h.proposal_id and p.state <> 'DRAFT'
      order by p.number desc limit 1)`);
  // The same for proposals; and their references.
  await run(`with asked as (insert into person (display_name) values ('x'), ('x') returning id)
    insert into proposal_carrier (proposal_id, position, kind, name, person_id, consent)
    select p.id, 9, 'PERSON', '', a.id, c.consent from proposal p, asked a, (values ('ASKED'), ('DECLINED')) c (consent)`);
  await run(`insert into work (proposal_id, position, title, reference) select id, 9, 'x', 'x' from proposal`);
  // Links of letters, with replies that wait, were confirmed or were refused.
  await run(`insert into office_link (handover_id, code_digest, contact, made_on, made_by_id)
    select h.id, h.id::text, 'x', now(), (select id from person limit 1) from handover h
    where not exists (select from office_link l where l.handover_id = h.id)`);
  await run(`insert into attachment (handover_id, link_id, kind, size, digest, kept_on)
    select l.handover_id, l.id, 'PDF', 1, 'x', now() from office_link l`);
  await run("insert into attachment_file (attachment_id, bytes) select id, digest::bytea from attachment");
  await run(`insert into office_reply (link_id, handover_id, stance, text, passed_to_name, passed_to_contact,
      attachment_id, writer, status, sent_on, status_reason, checked_by, status_on)
    select a.link_id, a.handover_id, 'PASSED_ON', 'x', 'x', 'x', a.id, 'x',
      (array['HELD', 'HIDDEN', 'VISIBLE'])[1 + row_number() over (order by a.id) % 3], now(), 'x', 'CALLED', now()
    from attachment a on conflict do nothing`);
  await run(`update handover set reply_file_id = (select id from attachment where handover_id = handover.id limit 1)
    where replied_on is not null`);
  // Supplies to proposals: arguments and answers to calls, whatever the state of their words.
  await run(`insert into supply (contribution_id, proposal_id, slot, source, key, digest, code_digest)
    select c.id, p.id, case when c.id::text ~ '[02468ace]$' then 'FOR' else 'COST' end, 'x', 'key-' || c.id, c.id::text,
      c.id::text
    from contribution c cross join lateral (select id from proposal order by md5(c.id::text || id) limit 1) p
    where c.response_id is not null and c.id not in (select id from contribution
      where not_retained is not null and status = 'VISIBLE' and response_id is not null order by id limit 3)`);
  await run(`insert into supply_taking (contribution_id, taken_as, taken_id, taken_on)
    select s.contribution_id, t.taken_as, t.taken_id, now() from supply s cross join (
      (select 'OBJECTION', id from objection limit 1)
      union all (select 'REPLY', id from objection where reply is not null limit 1)
      union all (select 'STATEMENT', id from statement limit 1)
      union all (select 'EXAMPLE', initiative_id from proposal_initiative limit 1)
      union all (select 'INTERLOCUTOR', id from ask limit 1)
      union all (select 'WORK', id from work limit 1)
      union all (select 'CARRIER', id from proposal_carrier where consent is null limit 1)
      union all (select 'CARRIER', id from proposal_carrier where consent = 'ASKED' limit 1)) t (taken_as, taken_id)`);
  await run(`insert into argument_rating (contribution_id, rater_digest, use)
    select contribution_id, 'x', 'HELPS' from supply`);
  // Sheets of initiatives that are not public, linked from public rows.
  await run(`insert into initiative (slug, group_id, name, sector, territory_id, region_id, summary, criteria, state, status,
      key, code_digest, import_key, agreement, reason, source, same_as_id, proposed_on)
    select 'planted-' || lower(s.name), i.group_id, 'Une initiative qui attend', i.sector, i.territory_id, i.region_id, 'x', '{}',
      s.state, s.status, s.name, s.name, s.name, 'x', 'x', 'x', i.id, now()
    from (select * from initiative order by id limit 1) i
    cross join (values ('HELD', 'PROPOSED', 'HELD'), ('RETURNED', 'RETURNED', 'HIDDEN'), ('DECLINED', 'DECLINED', 'HIDDEN'),
      ('PROPOSED', 'PROPOSED', 'VISIBLE')) s (name, state, status)`);
  await run(
    "update initiative set key = id::text, code_digest = id::text, import_key = id::text, agreement = 'x', reason = 'x' where key is null",
  );
  await run(
    "update initiative set exchange = 'x', drawbacks = 'x', source = 'x', criteria_reasons = criteria where state = 'VALIDATED'",
  );
  await run("update proposal_initiative set proves = 'x'");
  await run("update minutes set state = 'DRAFT' where id = (select id from minutes order by id desc limit 1)");
  await run(`insert into questionnaire (slug, objective_id, number, title, intro, estimated_minutes, opens_at, closes_at)
    select 'draft-' || number, id, 90 + number, 'x', '', 1, now(), now() + interval '1 day' from objective`);
  await run(`insert into section (questionnaire_id, position, title)
    select id, 1, 'x' from questionnaire where published_at is null`);
  await run(`insert into question (questionnaire_id, section_id, position, code, type, label, rationale, settings)
    select questionnaire_id, id, 1, '9.1', 'LONG_TEXT', 'x', '', '{}' from section
    where questionnaire_id in (select id from questionnaire where published_at is null)`);
  // An amendment in each state on each proposal, drafts too; some held or hidden.
  await run(`insert into amendment (key, proposal_id, statement_id, part, before, text, why, author_name, territory_id, status,
      state, proposed_on, settled_on, settled_by_id, answer, accepted_text, version_number, promoted_to_id)
    select gen_random_uuid(), p.id, (select id from statement where proposal_id = p.id limit 1), 'MEASURE', 'x', 'x', 'x', 'x',
      (select id from territory order by id limit 1), s.status, a.state, now(), now(), (select id from person limit 1), 'x', 'x',
      1, (select id from proposal where number = 3)
    from proposal p cross join (values ('VISIBLE'), ('HELD'), ('HIDDEN')) s (status)
    cross join (values ('PROPOSED'), ('ACCEPTED'), ('REFUSED'), ('PROMOTED')) a (state)`);
  await run("update amendment set code_digest = id::text");
  await run(`insert into journal_entry (subject_type, subject_id, event, data, recorded_on)
    select 'amendment', id, 'amendment.reconsidered', '{"was": {"on": "2012-01-01", "reason": "x"}, "reason": "x"}', now()
    from amendment`);
  // Addresses that wait for news of amendments and supplies.
  await run(`insert into listener (subject, subject_id, address, language)
    select 'AMENDMENT', id, 'x', 'fr' from amendment union all select 'SUPPLY', contribution_id, 'x', 'fr' from supply`);
  // Somebody who follows, and an address that asked to.
  await run("insert into watcher (address, language) values ('x', 'fr')");
  await run(`insert into watch_request (digest, address, language, kind, subject_id, pace, expires_at)
    select 'x', 'x', 'fr', 'GROUP', id, 'NOW', now() from working_group limit 1`);
  await run(`update proposal_version v set causes = (select jsonb_agg(jsonb_build_object('amendmentId', a.id))
    from amendment a where a.proposal_id = v.proposal_id)`);
  await run(`insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
    select a.id::text, 'AMENDMENT', a.id, 'SUPPORT', 'x', 'VISIBLE', now() from amendment a where a.status = 'VISIBLE'`);
  await run(`update proposal_version v set causes = coalesce(v.causes, '[]') || (
    select jsonb_agg(jsonb_build_object('contributionId', s.contribution_id))
    from (select contribution_id from supply where proposal_id = v.proposal_id limit 9) s)
    where exists (select from supply where proposal_id = v.proposal_id)`);
  await run("update reaction set status = 'HELD' where id in (select id from reaction order by id limit 3)");
  await run(
    "update response set author_name = 'x', speaks_as = 'ORGANISATION', organisation_name = 'x', paper_reference = 'x', collected_by = 'x'",
  );
  await run(
    "update contribution set author_name = 'x', organisation_name = 'x', import_key = id::text, not_retained_note = 'x'",
  );
  // Organisations in each state, with members and links, and texts in the name of one.
  await run(`insert into organisation (slug, name, kind, website, about, territory_id, state, status, reason, registered_on, judged_on)
    select 'planted-' || lower(s.state) || '-' || lower(s.status), 'x', 'OTHER', 'https://x.example/', 'x',
      (select id from territory where slug = 'bretagne'), s.state, s.status, case s.state when 'REFUSED' then 'x' end, now(), now()
    from (values ('REGISTERED', 'VISIBLE'), ('CONFIRMED', 'VISIBLE'), ('REFUSED', 'VISIBLE'), ('CONFIRMED', 'HIDDEN')) s (state, status)`);
  await run(`insert into organisation_member (organisation_id, person_id, role, since)
    select o.id, p.id, 'ADMINISTRATOR', now() from organisation o cross join (select id from person limit 1) p`);
  await run(`insert into organisation_invitation (key, token_digest, organisation_id, role, expires_at)
    select slug, slug, id, 'MEMBER', now() + interval '1 day' from organisation`);
  for (const table of ["contribution", "response", "reaction", "amendment"])
    await run(`update ${table} set organisation_id = (select id from organisation where slug = 'planted-confirmed-visible')
      where ${["contribution", "response"].includes(table) ? "appearance = 'NAMED'" : "author_name is not null"}`);
  await run(`update contribution set not_retained = 'OUT_OF_SCOPE', not_retained_on = contributed_on,
      forwarded_theme_id = theme_id where not exists (select from passage where contribution_id = contribution.id)`);
  await run(`insert into forwarding (contribution_id, theme_id, forwarded_on, read_on, not_retained)
    select id, theme_id, contributed_on, contributed_on, 'NOT_ACTIONABLE' from contribution where status <> 'WITHDRAWN'`);
  // A notebook that was imported, with a line under its theme, and one on its way to another group.
  await run(`insert into text_import (group_id, file_name, format, columns, row_count, state, source, licence, attribution, asked_on)
    select id, 'x', 'CSV', '[]', 1, 'DONE', 'x', 'x', 'x', now() from working_group limit 1`);
  await run(`insert into contribution (theme_id, channel, body, status, appearance, contributed_on, import_key)
    select theme_id, 'NOTEBOOK', 'Un cahier.', 'VISIBLE', 'ANONYMOUS', now(), 'x:1' from working_group limit 1`);
  await run(`insert into imported_text (contribution_id, import_id, last_import_id, title, original, digest)
    select c.id, i.id, i.id, 'x', 'https://example.org', 'x' from contribution c, text_import i where c.channel = 'NOTEBOOK'`);
  await run(`with kept as (insert into stored_file (place, size, digest, kept_at, bytes)
      values ('DATABASE', 1, 'x', now(), 'x') returning id)
    insert into notebook_file (contribution_id, name, kind, size, file_id, added_on)
      select c.id, 'x.pdf', 'PDF', 1, kept.id, now() from contribution c, kept where c.channel = 'NOTEBOOK'`);
  await run(`insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
    select id, 0, 9, 'Un cahier', now() from contribution where channel = 'NOTEBOOK'`);
  await run(`insert into notebook_line (passage_id, theme_id, state, changed_on)
    select p.id, c.theme_id, 'OWN', now() from passage p join contribution c on c.id = p.contribution_id and c.channel = 'NOTEBOOK'`);
  // The question of this week, and that of the one before.
  await run(`insert into week_question (group_id, week, question_id, asked_at)
    select o.group_id, date_trunc('week', now())::date - 7 * n, q.id, now() from generate_series(0, 1) n,
      (select q.id, q.questionnaire_id from question q join questionnaire f on f.id = q.questionnaire_id
         and f.published_at <= now() and f.opens_at <= now() and f.archived_at is null
       where q.type = 'LONG_TEXT' order by q.id limit 1) q
      join questionnaire f on f.id = q.questionnaire_id join objective o on o.id = f.objective_id
    on conflict do nothing`);
  // A block of minutes read on the reading desk: a contribution of the same id.
  await run(`insert into contribution (id, minutes_block_id, meeting_id, theme_id, channel, body, status, appearance, speaks_as, contributed_on)
    select b.id, b.id, t.id, g.theme_id, 'MINUTES', 'x', 'VISIBLE', 'ANONYMOUS', 'GROUP', current_date
    from minutes_block b join minutes m on m.id = b.minutes_id and m.state = 'PUBLISHED'
    join meeting t on t.id = m.meeting_id join working_group g on g.id = t.group_id where b.position = 1`);
  await run(`insert into journal_entry (event, subject_type, subject_id, actor_id, data, recorded_on)
    select 'proposal.opened', 'proposal', p.id, (select id from person limit 1), '{"note": "x"}', now() from proposal p`);
  await run(`insert into citation_review (passage_id, verdict, text, reviewed_on, resolution, reply, resolved_on)
    select id, 'DISTORTED', 'x', now(), 'REPLIED', 'Une réponse.', now() from passage on conflict do nothing`);
  await run(`insert into session (person_id, token, expires_at, ip_address, user_agent)
    select id, id::text, now() + interval '1 day', '127.0.0.1', 'x' from person`);
  await run(`insert into account (person_id, account_id, provider_id, password, access_token)
    select id, 'x', 'credential', 'x', 'x' from person`);
  await run(`insert into response_revision (response_id, revision, questionnaire_revision, answers, appearance, author_name, replaced_on)
    select id, 1, 1, jsonb_build_object('x', 'canary-revision-answers-' || id), 'NAMED', 'x', submitted_on from response`);
  await run(`insert into contribution_revision (contribution_id, revision, body, replaced_on)
    select id, 1, 'x', contributed_on from contribution`);
  await run(`insert into draft (questionnaire_id, token_digest, key, answers, author_name, saved_on)
    select id, 'x' || id, id::text, jsonb_build_object('x', 'canary-draft-answers-' || id), 'x', now() from questionnaire`);
  await run(`insert into outgoing_mail (key, recipient, subject, text, stop_link)
    select id::text, 'x', 'x', 'x', 'x' from response limit 20`);
  // A meeting that nobody announced, and people who come to another.
  await run(`insert into meeting (slug, group_id, kind, title, starts_at, place, draft)
    select 'brouillon-' || g.slug, g.id, 'NATIONAL', 'x', now() + interval '9 days', 'x', true from working_group g`);
  await run(`insert into attendance (key, code_digest, meeting_id, channel, arrival, name, needs_more)
    select id::text, id::text, id, 'ROOM', 1, 'x', 'x' from meeting where not draft limit 5`);
  await run(`insert into attendance (key, code_digest, meeting_id, region_id, channel, arrival)
    select concat(n, t.id, m.id), concat(n, t.id, m.id), m.id, t.id, 'ROOM', 1 + row_number() over () from generate_series(1, 6) n
    cross join (select id from meeting where not draft order by starts_at desc limit 1) m
    cross join (select id from territory where kind = 'REGION' order by id limit 2) t`);
  await run(`insert into attendance_address (attendance_id, address, language)
    select id, 'x', 'fr' from attendance`);
  await run(`insert into minutes_reader (attendance_id, address, language, cited)
    select id, 'x', 'fr', arrival % 2 = 0 from attendance`);
  await run(`insert into minutes_exact (block_id, attendance_id, edit)
    select b.id, a.id, b.edit from minutes_block b join minutes n on n.id = b.minutes_id
    join attendance a on a.meeting_id = n.meeting_id on conflict do nothing`);
  await run(`insert into minutes_block (minutes_id, position, kind, text, owner)
    select id, 90, 'QUOTE', 'x', 'x' from minutes where state = 'PUBLISHED' order by id limit 1`);
  await run(`insert into minutes_quote (block_id, edit, agrees, why)
    select id, edit, false, 'x' from minutes_block where kind = 'QUOTE'`);
  await run(`insert into minutes_correction (minutes_id, block_id, text, why, state, reason, arrival)
    select b.minutes_id, b.id, 'x', 'x', 'REFUSED', 'x', row_number() over (partition by b.minutes_id order by b.id) from minutes_block b`);
  await run(
    "insert into minutes_erratum (minutes_id, text, added_on) select id, 'x', now() from minutes where state = 'PUBLISHED'",
  );
  await run("update response set mailed_digest = id::text");
  await run("insert into former_code (digest, current, until) values ('x', 'y', now())");
  await run("insert into secret_mark (mark) values ('x') on conflict do nothing");
  await run(
    "insert into follow (key, holder, sealed) select id::text, id::text, 'x' from response on conflict do nothing",
  );
  await run("update production set finished_at = now(), size = 1000, progress = 100, step = 'KEPT'");
  // An invitation, and a role that ended beside each that is held.
  await run(`insert into invitation (key, token_digest, role, email, made_by_id, made_at, expires_at)
    select 'x', 'x', 'ADMINISTRATOR', 'x', id, now(), now() + interval '1 day' from person limit 1`);
  await run(`insert into role_grant (person_id, role, group_id, territory_id, ended_at, ended_reason)
    select person_id, role, group_id, territory_id, now(), 'x' from role_grant`);
  await run("insert into verification (identifier, value, expires_at) values ('x', 'x', now())");
}
