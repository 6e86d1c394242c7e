import { describe, expect, test } from "vitest";
import { dayFromNow, paperApi } from "../../../../test/acts/paper.ts";
import { text } from "../../../../test/acts/responses.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";

const api = paperApi();
const { people, report, rows } = api;

/** A report of a meeting that nobody had announced. */
const reportOf = (more: object = {}) => {
  const { key, questionnaireId, answers } = api.sheetOf({ text, score: 4 });
  return {
    key,
    questionnaireId,
    answers,
    place: "Salle des fêtes de Plouarzel",
    heldOn: dayFromNow(-1),
    peopleCount: 40,
    appearance: "ANONYMOUS" as const,
    ...more,
  };
};

describe("the report of a local meeting", () => {
  test("is one response, with those who were there beside it", async () => {
    const input = reportOf();
    expect(await report(input)).toMatchObject({ problems: [], entry: { peopleCount: 40 } });
    const [response] = await rows("select * from response where key = $1", [input.key]);
    expect(response).toMatchObject({ channel: "LOCAL_MEETING", speaks_as: "GROUP", people_count: 40 });
    const [meeting] = await rows("select * from meeting where id = $1", [response.meeting_id]);
    expect(meeting).toMatchObject({ kind: "LOCAL", place: "Salle des fêtes de Plouarzel", participants: 40 });
    const { data } = await api.ask(
      `query ($id: ID!) { contribution(id: $id) { channel peopleCount meeting { title } } }`,
      { id: (await rows("select id from contribution where response_id = $1", [response.id]))[0].id },
    );
    expect(data.contribution).toEqual({
      channel: "LOCAL_MEETING",
      peopleCount: 40,
      meeting: { title: "Réunion locale, Salle des fêtes de Plouarzel" },
    });
  });

  test("sent twice makes one report and one meeting", async () => {
    const input = reportOf({ place: "Le four banal" });
    // At once, as from two tabs when the network is back, and later again.
    const [first, ...others] = await Promise.all([report(input), report(input), report(input)]);
    for (const again of [...others, await report(input)]) expect(again.entry.id).toBe(first.entry.id);
    const [{ count }] = await rows(
      "select count(*)::int from meeting where place = $1 and starts_at::date is not null",
      [input.place],
    );
    expect(count).toBe(1);
  });

  test("is never added to individuals, in any count", async () => {
    const { questionnaireId } = api.sheetOf();
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [questionnaireId]);
    const counts = async () => {
      const { data } = await api.ask(
        `query ($slug: String!) { questionnaire(slug: $slug) {
           responseCount groupCount groupPeople objective { responseCount } }
           territory(slug: "bretagne") { responseCount } }`,
        { slug },
      );
      return { ...data.questionnaire, territory: data.territory.responseCount };
    };
    const before = await counts();
    await report(reportOf({ peopleCount: 40 }));
    expect(await counts()).toEqual({
      ...before,
      groupCount: before.groupCount + 1,
      groupPeople: before.groupPeople + 40,
    });
  });

  test("needs the number of those present, the place and the day", async () => {
    const { problems } = await report(reportOf({ peopleCount: null, place: " ", heldOn: null }));
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ["COUNT_REQUIRED", "peopleCount"],
      ["REQUIRED", "place"],
      ["REQUIRED", "heldOn"],
    ]);
  });

  test("of a meeting that is known takes its day, its place and its participants", async () => {
    const { group, territories } = api.small;
    const [{ id }] = await rows("select uuidv7() as id");
    await api.database.manager.insert(Meetings, {
      id,
      slug: id,
      groupId: group.id,
      kind: "LOCAL",
      title: "Réunion locale du Finistère",
      startsAt: new Date(Date.now() - 2 * 86_400_000),
      place: "Brest",
      territoryId: territories.finistere!.id,
      regionId: territories.bretagne!.id,
      participants: 14,
    });
    const input = reportOf({ meetingId: id, place: null, heldOn: null, peopleCount: null });
    expect(await report(input)).toMatchObject({ problems: [], entry: { peopleCount: 14 } });
    const [response] = await rows("select meeting_id, submitted_on::text from response where key = $1", [input.key]);
    expect(response).toEqual({ meeting_id: id, submitted_on: dayFromNow(-2) });
    const gone = reportOf({ meetingId: crypto.randomUUID() });
    expect((await report(gone, people.facilitator)).problems).toMatchObject([{ code: "GONE", field: "meetingId" }]);
  });
});
