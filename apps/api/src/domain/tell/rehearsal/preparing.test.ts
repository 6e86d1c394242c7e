import { expect, test } from "vitest";
import { rehearsingSite } from "../../../../test/acts/rehearsing.ts";

const { site, ask, respond, begun, cookieWith } = rehearsingSite();

test("what a group in preparation asks is read by its team alone, published or not, and answered by nobody", async () => {
  const group = await begun("Pas encore");
  const other = await begun("À côté");
  const { id, slug } = group.objectives[0]!.composed[0]!.questionnaire;
  const team = await cookieWith(["RAPPORTEUR"], group.id);
  const elsewhere = await cookieWith(["FACILITATOR", "RAPPORTEUR"], other.id);
  const read = async (cookie: string) =>
    (await ask(`{ questionnaire(slug: "${slug}") { id } }`, null, cookie)).data.questionnaire;
  for (const published of [false, true]) {
    if (published)
      await site.database.query(
        "update questionnaire set published_at = now() - interval '1 second', opens_at = now() - interval '1 hour' where id = $1",
        [id],
      );
    expect(await Promise.all(["", elsewhere].map(read))).toEqual([null, null]);
    expect(await Promise.all([team, await cookieWith(["ADMINISTRATOR"], null)].map(read))).toEqual([{ id }, { id }]);
    const { data } = await ask("{ questionnaireDesk { sources { groupName } } }", null, elsewhere);
    expect(JSON.stringify(data.questionnaireDesk.sources)).not.toContain("Pas encore");
  }
  const { sent } = await respond(group, "Trop tôt.", "", team);
  expect(sent.problems).toEqual([{ code: "NOT_OPEN", field: null }]);
});
