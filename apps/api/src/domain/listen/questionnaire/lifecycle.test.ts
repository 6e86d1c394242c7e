import { describe, expect, it } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { labels, openedIn } from "../../../../test/acts/opened.ts";

const api = composingApi();
const { act, composedQuestionnaire, done, draft, refused, rows, team } = api;
const { open } = openedIn(api);

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe("publishing", () => {
  it("takes a second person, who reads what somebody else composed", async () => {
    const { id } = await draft();
    const asked = await done("askForPublication", { id });
    expect(asked).toMatchObject({ publicationAskedBy: "Anne Exemple", questionnaire: { state: "DRAFT" } });
    expect(asked.questionnaire.viewerCan).toEqual({ compose: true, publish: false });
    expect(await refused("publishQuestionnaire", { id })).toBe("SECOND_PERSON_NEEDED");
    const published = await done("publishQuestionnaire", { id }, team[1]);
    expect(published).toMatchObject({
      publishedBy: "Bruno Exemple",
      questionnaire: { state: "SCHEDULED", revision: 1, publishedAlone: false },
    });
    const [{ count }] = await rows(
      `select count(*)::int from question_revision v join question q on q.id = v.question_id
       where q.questionnaire_id = $1 and v.revision = 1`,
      [id],
    );
    expect(count).toBe(3);
    expect((await done("publishQuestionnaire", { id })).version).toBe(published.version);
  });

  it("is not asked of oneself by asking for somebody else’s", async () => {
    const { id } = await draft();
    await done("askForPublication", { id }, team[1]);
    expect(await refused("publishQuestionnaire", { id }, team[1])).toBe("SECOND_PERSON_NEEDED");
  });

  it("goes without one in a small team, and says so", async () => {
    await rows("update working_group set small_team = true");
    const { id } = await draft();
    expect((await done("publishQuestionnaire", { id })).questionnaire.publishedAlone).toBe(true);
    const { id: other } = await draft();
    expect((await done("publishQuestionnaire", { id: other }, team[1])).questionnaire.publishedAlone).toBe(false);
    await rows("update working_group set small_team = false");
  });

  it("is proposed until the end of a day, since that day is told to participants", async () => {
    const made = await done("createQuestionnaire", { objective: api.small.objective.slug, title: "Jusqu’au soir" });
    const told = rows(
      `select to_char(closes_at at time zone 'Europe/Paris', 'HH24:MI') as at from questionnaire where id = $1`,
      [made.id],
    );
    expect(await told).toEqual([{ at: "23:59" }]);
  });

  it("waits for what is missing, which is counted", async () => {
    const made = await done("createQuestionnaire", { objective: api.small.objective.slug, title: "Vide" });
    for (const [mutation, viewer] of [["askForPublication"], ["publishQuestionnaire", team[1]]] as const)
      expect((await act(mutation, { id: made.id }, viewer)).problems).toEqual([
        { code: "NOT_READY", field: null, value: "2" },
      ]);
    const { id } = await draft();
    const over = "opens_at = now() - interval '2 days', closes_at = now() - interval '1 minute'";
    await rows(`update questionnaire set ${over} where id = $1`, [id]);
    expect(await refused("publishQuestionnaire", { id }, team[1])).toBe("DATES_CROSSED closesAt");
    const template = await draft();
    await done("editQuestionnaire", { id: template.id, version: template.version, template: true });
    expect(await refused("publishQuestionnaire", { id: template.id }, team[1])).toBe("NOT_NOW");
  });
});

describe("an open questionnaire", () => {
  it("is the one that its objective is shown with, whatever else is asked for it", async () => {
    const { slug } = api.small.objective;
    const read = async () => {
      const query = `query ($slug: String!) { objective(slug: $slug) { state questionnaire { slug } questionnaires { slug number } } }`;
      return (await api.ask(query, { slug })).data.objective;
    };
    const later = await api.published();
    await rows("update questionnaire set opens_at = now() + interval '3 days' where id = $1", [later]);
    const { slug: now } = await open();
    const draftOfTheirs = await draft();
    const told = await read();
    expect(told).toMatchObject({ state: "GATHERING", questionnaire: { slug: now } });
    const slugs = told.questionnaires.map((one: { slug: string }) => one.slug);
    expect(slugs).toContain((await rows("select slug from questionnaire where id = $1", [later]))[0].slug);
    expect(slugs).not.toContain(draftOfTheirs.questionnaire.slug);
    const numbers = told.questionnaires.map(({ number }: { number: number }) => number);
    expect(numbers).toEqual(numbers.toSorted((one: number, other: number) => one - other));
    await rows("update questionnaire set archived_at = now() where id = any($1)", [[later]]);
    expect((await read()).questionnaire).toEqual({ slug: now });
    await rows("update questionnaire set archived_at = now() where slug = $1", [now]);
  });

  it("is paused and taken up again, closed and reopened, each with its reason", async () => {
    const { id, now } = await open();
    expect(await refused("pauseQuestionnaire", { id, reason: " " })).toBe("REQUIRED reason");
    // Each is sent twice, as after an answer that was lost, and told once.
    const twice = async (name: string, input: object) => (await done(name, input)) && done(name, input);
    const paused = await twice("pauseQuestionnaire", { id, reason: "Une erreur dans la question 2." });
    expect(await refused("pauseQuestionnaire", { id, reason: "Une autre raison." })).toBe("NOT_NOW");
    expect(paused.questionnaire).toMatchObject({ state: "PAUSED", pausedReason: "Une erreur dans la question 2." });
    expect((await twice("resumeQuestionnaire", { id })).questionnaire).toMatchObject({
      state: "OPEN",
      pausedReason: null,
    });
    expect((await twice("closeQuestionnaire", { id, reason: "Assez de réponses." })).questionnaire.state).toBe(
      "CLOSED",
    );
    expect(await refused("pauseQuestionnaire", { id, reason: "Trop tard." })).toBe("NOT_NOW");
    expect(await refused("reopenQuestionnaire", { id, reason: "x", closesAt: soon(-1) })).toBe(
      "DATES_CROSSED closesAt",
    );
    const reason = "Deux régions manquent.";
    const reopened = await twice("reopenQuestionnaire", { id, reason, closesAt: soon(5) });
    expect(reopened.questionnaire.state).toBe("OPEN");
    expect(reopened.history.slice(0, 4).map(({ event, reason: why }: any) => [event, why])).toEqual([
      ["questionnaire.reopened", reason],
      ["questionnaire.closed", "Assez de réponses."],
      ["questionnaire.resumed", null],
      ["questionnaire.paused", "Une erreur dans la question 2."],
    ]);
    expect(await refused("archiveQuestionnaire", { id })).toBe("NOT_NOW");
    await done("closeQuestionnaire", { id, reason: "Fini." });
    expect((await done("archiveQuestionnaire", { id })).questionnaire.state).toBe("ARCHIVED");
    expect(await refused("reopenQuestionnaire", { id, reason, closesAt: soon(5) })).toBe("NOT_NOW");
    expect((await now()).questionnaire.state).toBe("ARCHIVED");
    const back = await twice("unarchiveQuestionnaire", { id });
    expect(back.questionnaire.state).toBe("CLOSED");
    expect(back.history[0]).toMatchObject({ event: "questionnaire.unarchived" });
    expect((await done("reopenQuestionnaire", { id, reason, closesAt: soon(5) })).questionnaire.state).toBe("OPEN");
  });

  it("is not open again by itself where it was archived before its end, nor where it was asked for a week", async () => {
    const { id } = await open();
    await api.database.query("update questionnaire set archived_at = now() where id = $1", [id]);
    expect(await refused("unarchiveQuestionnaire", { id })).toBe("NOT_NOW");
    const week = "update questionnaire set closes_at = now(), of_the_week = true where id = $1";
    await api.database.query(week, [id]);
    expect(await refused("unarchiveQuestionnaire", { id })).toBe("NOT_NOW");
  });

  it("is neither put back before its beginning nor moved once it is over", async () => {
    const { id, now } = await open();
    const edit = async (input: object) => ({ id, version: (await now()).version, ...input });
    expect(await refused("editQuestionnaire", await edit({ opensAt: soon(2) }))).toBe("NOT_NOW opensAt");
    expect(await refused("editQuestionnaire", await edit({ closesAt: soon(-0.5) }))).toBe("DATES_CROSSED closesAt");
    const longer = await done("editQuestionnaire", await edit({ closesAt: soon(40) }));
    expect(longer.history[0]).toMatchObject({ event: "questionnaire.rescheduled" });
    await done("closeQuestionnaire", { id, reason: "Assez." });
    expect(await refused("editQuestionnaire", await edit({ closesAt: soon(50) }))).toBe("NOT_NOW closesAt");
    const made = await draft();
    for (const emptied of ["opensAt", "closesAt"])
      expect(await refused("editQuestionnaire", { id: made.id, version: made.version, [emptied]: null })).toBe(
        `NOT_A_DATE ${emptied}`,
      );
    const crossed = { id: made.id, version: made.version, opensAt: soon(9), closesAt: soon(8) };
    expect(await refused("editQuestionnaire", crossed)).toBe("DATES_CROSSED closesAt");
  });

  it("promises more, never less", async () => {
    const { id, now } = await open();
    const edit = async (input: object) => ({ id, version: (await now()).version, ...input });
    await done("editQuestionnaire", await edit({ anonymous: true, resultsHiddenUntil: soon(10) }));
    expect(await refused("editQuestionnaire", await edit({ anonymous: false }))).toBe("PROMISE_KEPT anonymous");
    for (const resultsHiddenUntil of [soon(9), null])
      expect(await refused("editQuestionnaire", await edit({ resultsHiddenUntil }))).toBe(
        "PROMISE_KEPT resultsHiddenUntil",
      );
    await done("editQuestionnaire", await edit({ resultsHiddenUntil: soon(11) }));
    expect(await refused("showResults", { id, shown: "ALL" })).toBe("PROMISE_KEPT shown");
    const made = await draft();
    const promised = await done("editQuestionnaire", {
      id: made.id,
      version: made.version,
      anonymous: true,
      resultsHiddenUntil: soon(3),
    });
    const { version } = promised;
    const freed = await done("editQuestionnaire", { id: made.id, version, anonymous: false, resultsHiddenUntil: null });
    expect(freed.questionnaire).toMatchObject({ anonymous: false, resultsHiddenUntil: null });
  });

  it("repeats by a choice, which is settled by the first response", async () => {
    const { id, now, find, answer } = await open();
    const edit = async (repeatQuestionId: string | null) => ({ id, version: (await now()).version, repeatQuestionId });
    const { id: choice } = await find(labels.choice);
    expect(await refused("editQuestionnaire", await edit((await find(labels.text)).id))).toBe(
      "UNKNOWN_CHOICE repeatQuestionId",
    );
    const repeated = await done("editQuestionnaire", await edit(choice));
    expect(repeated.questionnaire).toMatchObject({ repeatQuestionId: choice, revision: 2 });
    expect(await refused("removeQuestion", { id: choice })).toBe("IN_USE id");
    await answer({ [labels.choice]: "LA_PREMIERE", [labels.text]: "Parce que." });
    expect(await refused("editQuestionnaire", await edit(null))).toBe("IN_USE repeatQuestionId");
  });

  it("shows results question by question, all of them, or none", async () => {
    const { id, find, now } = await open();
    const { id: choice } = await find(labels.choice);
    expect(await refused("showResults", { id, shown: "CHOSEN", questionIds: [] })).toBe("REQUIRED questionIds");
    expect(await refused("showResults", { id, shown: "CHOSEN", questionIds: [id] })).toBe("UNKNOWN_CHOICE questionIds");
    const chosen = await done("showResults", { id, shown: "CHOSEN", questionIds: [choice] });
    expect(chosen.questionnaire.resultsShown).toBe("CHOSEN");
    expect(asking(chosen, labels.choice).resultsShown).toBe(true);
    expect(asking(chosen, labels.text).resultsShown).toBe(false);
    await done("showResults", { id, shown: "HIDDEN" });
    expect(asking(await now(), labels.choice).resultsShown).toBe(false);
    expect(await refused("showResults", { id: (await draft()).id, shown: "ALL" })).toBe("NOT_NOW");
  });
});

it("a draft that is given up leaves the desk, and is kept", async () => {
  const { id, questionnaire } = await draft("À l’essai");
  await done("archiveQuestionnaire", { id });
  const { data } = await api.ask("{ questionnaireDesk { questionnaires { id } sources { id } } }", {}, team[0]);
  expect(JSON.stringify(data)).not.toContain(id);
  const kept = await composedQuestionnaire(questionnaire.slug);
  expect(kept).toMatchObject({ id, questionnaire: { state: "ARCHIVED" } });
  // Nobody else may read it, and it is published no more.
  const read = `{ questionnaire(slug: "${questionnaire.slug}") { id } }`;
  expect((await api.ask(read)).data).toEqual({ questionnaire: null });
  for (const mutation of ["askForPublication", "publishQuestionnaire"])
    expect(await refused(mutation, { id }, team[1])).toBe("NOT_NOW");
  const again = await done("archiveQuestionnaire", { id });
  expect([again.version, again.history.length]).toEqual([kept.version, kept.history.length]);
  // At its address, it is taken up again.
  expect((await done("unarchiveQuestionnaire", { id })).questionnaire.state).toBe("DRAFT");
  const desk = await api.ask("{ questionnaireDesk { questionnaires { id } } }", {}, team[0]);
  expect(JSON.stringify(desk.data)).toContain(id);
});

it("what is done already is done once: shown, moved, archived again, nothing is told twice", async () => {
  const { id, find, now } = await open();
  const { sections } = await done("addSection", { questionnaireId: id, title: "La suite" });
  const question = (await find(labels.text)).id;
  const acts: [string, object][] = [
    ["showResults", { id, shown: "CHOSEN", questionIds: [question] }],
    ["showResults", { id, shown: "ALL" }],
    ["moveQuestion", { id: question, sectionId: sections[0].id, position: 1 }],
    ["moveQuestion", { id: question, sectionId: sections[1].id, position: 4 }],
    ["moveSection", { id: sections[1].id, position: 1 }],
    ["closeQuestionnaire", { id, reason: "Assez." }],
    ["archiveQuestionnaire", { id }],
  ];
  for (const [mutation, input] of acts) {
    const first = await done(mutation, input);
    if (mutation === "closeQuestionnaire") continue;
    const second = await done(mutation, input);
    expect([mutation, second.version, second.questionnaire.revision, second.history]).toEqual([
      mutation,
      first.version,
      first.questionnaire.revision,
      first.history,
    ]);
  }
  const told = (await now()).history.map(({ event }: any) => event);
  expect(told.filter((event: string) => event === "questionnaire.resultsShown")).toHaveLength(2);
});

it("is told in both directions of time: the newest act first, with nothing that is nobody else’s to know", async () => {
  const { now, answer } = await open();
  await answer({ [labels.text]: "Parce que." });
  const { history } = await now();
  expect(history.at(-1).event).toBe("questionnaire.created");
  expect(JSON.stringify(history)).not.toContain("Parce que.");
  expect(history.every(({ event }: any) => !event.startsWith("response."))).toBe(true);
});
