/** Counts of each questionnaire, as anybody reads them on its page and in its open data, beside what the tables hold. */
import { expect, test } from "vitest";
import { seededTemplate } from "../site/demo.ts";
import { read } from "../acts/exports.ts";
import { unzipped } from "../acts/office.ts";
import { testSite } from "../site/site.ts";

const site = testSite({ demo: true }, undefined, seededTemplate);
const rows = <Row = any>(text: string, values: unknown[] = []) => site.database.query<Row[]>(text, values);

interface Page {
  responseCount: number;
  paperCount: number;
  groupCount: number;
  readableCount: number;
  unpublishedCount: number;
}
interface Response {
  id: string;
  status: string;
  channel: string;
  speaks_as: string;
}
interface Text {
  response_id: string | null;
  status: string;
  open: boolean;
}

const counted = ["VISIBLE", "UNPUBLISHED", "HELD"];
const among = <Row extends { status: string }>(all: Row[], ...statuses: string[]) =>
  all.filter(({ status }) => statuses.includes(status));

test("counts of each questionnaire are published, by channel and by what is read, and add up to what the tables hold", async () => {
  const asked = await rows<{ id: string; slug: string }>(
    "select id, slug from questionnaire where published_at <= now() and not template order by slug",
  );
  expect(asked.length).toBeGreaterThanOrEqual(4);
  // Over for long: nothing waits for others any more, and its open data is there.
  await rows("update questionnaire set closes_at = least(closes_at, now() - interval '30 days') where id = any($1)", [
    asked.map(({ id }) => id),
  ]);
  // Each way in which a response or a text may stand, on top of what the demonstration holds.
  for (const { id } of asked) {
    const [first, second, third, fourth, fifth] = await rows<Response>(
      "select * from response where questionnaire_id = $1 and status = 'VISIBLE' and speaks_as <> 'GROUP' order by id limit 5",
      [id],
    );
    const mark = async (response: Response | undefined, status: string) => {
      await rows("update response set status = $2 where id = $1", [response?.id, status]);
      await rows("update contribution set status = $2 where response_id = $1", [response?.id, status]);
    };
    await mark(first, "HELD");
    await mark(second, "HIDDEN");
    await mark(third, "WITHDRAWN");
    await rows("update response set channel = 'PAPER' where id = $1", [fourth?.id]);
    await rows("update response set speaks_as = 'GROUP', people_count = 12 where id = $1", [fifth?.id]);
  }
  for (const { id, slug } of asked) {
    const responses = await rows<Response>("select * from response where questionnaire_id = $1", [id]);
    const texts = await rows<Text>(
      `select c.response_id, c.status, q.type = 'LONG_TEXT' and q.visibility = 'PUBLIC' and q.asked_from <= n.revision as open
       from contribution c join question q on q.id = c.question_id join questionnaire n on n.id = q.questionnaire_id
       where n.id = $1`,
      [id],
    );
    const fields = "responseCount paperCount groupCount readableCount unpublishedCount";
    const page: Page = (await site.ask(`{ questionnaire(slug: "${slug}") { ${fields} } }`)).json().data.questionnaire;

    const all = among(responses, ...counted);
    const own = all.filter((one) => one.speaks_as !== "GROUP");
    const textsOf = ({ id: of }: Response) =>
      texts.filter((text) => text.response_id === of && text.status !== "WITHDRAWN");
    const readable = own.filter((one) => among(textsOf(one), "VISIBLE").length > 0);
    const kept = own.filter((one) => {
      const said = textsOf(one);
      return one.status === "UNPUBLISHED" || (said.length > 0 && among(said, "UNPUBLISHED").length === said.length);
    });
    expect([slug, page]).toEqual([
      slug,
      {
        responseCount: own.length,
        paperCount: own.filter(({ channel }) => channel === "PAPER").length,
        groupCount: all.length - own.length,
        readableCount: readable.length,
        unpublishedCount: kept.length,
      },
    ]);
    // The others wait for a moderator, were hidden alone in their response, or have no text.
    expect(readable.filter((one) => kept.includes(one))).toEqual([]);
    expect(page.readableCount + page.unpublishedCount).toBeLessThanOrEqual(page.responseCount);

    const { rawPayload, statusCode } = await site.app.inject(`/open-data/questionnaires/${slug}.zip`);
    expect([slug, statusCode]).toEqual([slug, 200]);
    const table = read((await unzipped(rawPayload))["figures.csv"]!.toString(), { labels: false }).rows;
    const figures = Object.fromEntries(table.map(({ figure, count }) => [figure, Number(count)]));
    const open = texts.filter((text) => text.open);
    expect([slug, figures]).toEqual([
      slug,
      {
        responses: page.responseCount + page.groupCount,
        paper: page.paperCount,
        groups: page.groupCount,
        unpublished: among(responses, "UNPUBLISHED").length,
        held: among(responses, "HELD").length,
        withdrawn: among(responses, "WITHDRAWN").length,
        setAside: among(responses, "HIDDEN").length,
        rows: figures.rows,
        leftOut: figures.leftOut,
        contributions: among(open, "VISIBLE").length,
        textsNotPublished: among(open, "UNPUBLISHED", "HELD", "HIDDEN").length,
      },
    ]);
    expect(figures.responses! + figures.withdrawn! + figures.setAside!).toBe(responses.length);
    expect(figures.held).toBeGreaterThan(0);
  }
});
