import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { dayOf } from "../../src/platform/day.ts";
import { questionnaireWith } from "../rows/builders.ts";
import { anHourLater } from "../site/hour.ts";
import { codeOfAnswer } from "./responses.ts";
import type { writingApi } from "./writing.ts";

/** Three random numbers that choose the next act. */
export type Choice = [what: number, which: number, how: number];

/** Outcome of an act: the number of the published version, or the refusals. */
export interface Came {
  published?: number;
  refused?: string[];
}

const pick = <One>(list: readonly One[], by: number): One | undefined => list[by % list.length];
/** Items of a list, chosen by the bits of a number. */
const some = <One>(list: readonly One[], by: number) => list.filter((_, at) => (by >> (at % 12)) & 1);

/**
 * A group at work on a synthesis, one act after another, all through what anybody can ask: people who answer and take
 * back, readers who mark, state, merge, write, set aside, circulate and publish, in any order, ready or not.
 */
export async function synthesizing(the: ReturnType<typeof writingApi>) {
  const { api, small, team } = the;
  await api.database.query(`truncate synthesis, synthesis_version, key_point, passage, contribution, response,
    questionnaire, tally, text_tally, reader_tally, reading_pair, pair_tally cascade`);
  // The last ones answered the same.
  await anHourLater(api.database);
  const asked = await questionnaireWith(api.database, small, [
    { code: "place", type: "TERRITORY", required: true },
    { code: "text", type: "LONG_TEXT" },
  ]);
  const codes: string[] = [];
  for (let index = 0; index < 12; index += 1)
    codes.push(
      await codeOfAnswer(api, asked, `Un circuit court, c’est quand on se connaît, dit la personne ${index}.`),
    );
  const { synthesis } = await the.done("openSynthesis", { objective: "objectif-1" });
  const { id: synthesisId, slug } = synthesis;
  const rows = <Row = { id: string }>(text: string) => api.database.query<Row[]>(text);
  const underWay = async () => (await the.see(slug)).underWay;
  const keyPoints = () =>
    rows<{ id: string; version: number }>("select id, version from key_point where state <> 'MERGED' order by number");
  const passages = () => rows("select id from passage order by contribution_id, starts_at");
  const textsWithoutEnd = () =>
    rows(`select id from contribution c where status = 'VISIBLE' and not_retained is null
      and not exists (select from passage p where p.contribution_id = c.id) order by body`);
  const unaccounted = async (): Promise<{ id: string }[]> => {
    const text = `query ($slug: String!) { synthesis(slug: $slug) { underWay { unaccounted(first: 200) { id }
      words(toPlace: true, first: 200) { passage { id } } } } }`;
    const { data } = await api.ask(text, { slug }, team[0]);
    const { unaccounted: all = [], words = [] } = data.synthesis.underWay ?? {};
    // Those that its writers are given to place are those that the count of the version misses.
    const idsOf = (those: { id: string }[]) => those.map(({ id }) => id).toSorted();
    assert.deepEqual(idsOf(words.map(({ passage }: any) => passage)), idsOf(all));
    return all;
  };

  const acts: ((which: number, how: number) => Promise<unknown>)[] = [
    async function mark(which, how) {
      const text = pick(
        await rows<{ id: string; body: string }>(
          "select id, body from contribution where status = 'VISIBLE' order by body",
        ),
        which,
      );
      if (!text) return;
      const known = how % 3 ? pick(await keyPoints(), how) : null;
      const startsAt = how % 2 ? 0 : 3;
      await the.mark({
        contributionId: text.id,
        startsAt,
        endsAt: 16 + (how % 5),
        ...(known ? { keyPointId: known.id } : { newKeyPoint: `Ce que disent ${how % 5} personnes.` }),
      });
    },
    async function unmark(which) {
      const link = pick(
        await rows<{ keyPointId: string; passageId: string }>(
          `select key_point_id as "keyPointId", passage_id as "passageId" from key_point_passage order by 1, 2`,
        ),
        which,
      );
      if (link) await the.asked("unmarkPassage", link);
    },
    async function state(which) {
      const keyPoint = pick(await keyPoints(), which);
      if (keyPoint) await the.asked("stateKeyPoint", keyPoint);
    },
    async function merge(which, how) {
      const all = await keyPoints();
      const [from, into] = [pick(all, which), pick(all, how)];
      if (from && into && from !== into && which % 3 === 0)
        await the.asked("mergeKeyPoint", { ...from, intoId: into.id });
    },
    async function cite(which, how) {
      const there = pick(((await underWay())?.paragraphs as { id: string; edit: number }[]) ?? [], which);
      const edited = how % 4 === 0 ? there : undefined;
      const cited = some(await keyPoints(), which).map(({ id }) => id);
      const words = some(await passages(), how)
        .map(({ id }) => id)
        .slice(0, 2);
      const debate = how % 5 === 0 && cited.length > 1;
      await the.asked("writeParagraph", {
        synthesisId,
        id: edited?.id ?? randomUUID(),
        edit: edited?.edit ?? null,
        kind: debate ? "DEBATE" : "AGREEMENT",
        text: `Un paragraphe ${which} ${how}.`,
        detail: how % 3 ? null : words.map((id) => `<passage:${id}>`).join(" "),
        keyPointIds: debate ? cited.slice(1) : cited,
        againstIds: debate ? cited.slice(0, 1) : [],
        passageIds: how % 3 ? words : [],
      });
    },
    async function remove(which) {
      const paragraph = pick(((await underWay())?.paragraphs as { id: string; edit: number }[]) ?? [], which);
      if (paragraph) await the.asked("removeParagraph", { id: paragraph.id, edit: paragraph.edit });
    },
    async function setAside(which, how) {
      const left = how % 2 ? await unaccounted() : some(await passages(), which);
      const whole = how % 3 ? undefined : pick(await keyPoints(), which);
      const [keyPointIds, passageIds] = [whole ? [whole.id] : [], left.map(({ id }) => id)];
      await the.asked("setAside", { synthesisId, keyPointIds, passageIds, reason: "NOT_ACTIONABLE" });
    },
    async function bringBack(which) {
      const row = pick(((await underWay())?.setAside as { id: string }[]) ?? [], which);
      if (row) await the.asked("bringBack", { synthesisId, ids: [row.id] });
    },
    async function withdraw(which, how) {
      if (how % 3 === 0)
        await api.ask(`mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }`, {
          input: { code: pick(codes, which) },
        });
    },
    async function circulate() {
      await the.asked("circulateSynthesis", { id: synthesisId, until: dayOf(new Date(), 2) });
      await the.letCirculate(synthesisId);
    },
    async function revise() {
      await the.asked("reviseSynthesis", { id: synthesisId });
      const version = await underWay();
      if (version)
        await the.asked("editSynthesis", {
          id: synthesisId,
          edit: version.edit,
          changes: `Version ${version.version}.`,
        });
    },
    /** Says of some texts that nothing was marked in why nothing follows. */
    async function endTexts(which: number) {
      const left = some(await textsWithoutEnd(), which).map(({ id }) => id);
      if (left.length > 0)
        await the.asked("readContributions", { contributionIds: left, notRetained: "NOTHING_TO_ADD" });
    },
    /** Clears the way to publish: states key points, removes paragraphs on working ones, gives reasons for the rest. */
    async function tidy() {
      for (const keyPoint of await keyPoints()) await the.asked("stateKeyPoint", keyPoint);
      const working = new Set((await rows("select id from key_point where state = 'WORKING'")).map(({ id }) => id));
      for (const { id, edit, keyPoints: on, against } of (await underWay())?.paragraphs ?? [])
        if ([...on, ...against].some((one: { id: string }) => working.has(one.id)))
          await the.asked("removeParagraph", { id, edit });
      const left = (await unaccounted()).map(({ id }) => id);
      if (left.length > 0) await the.asked("setAside", { synthesisId, passageIds: left, reason: "NOTHING_TO_ADD" });
      const texts = (await textsWithoutEnd()).map(({ id }) => id);
      if (texts.length > 0)
        await the.asked("readContributions", { contributionIds: texts, notRetained: "NOTHING_TO_ADD" });
    },
  ];
  /** Indexes of acts: marks and citations come more often than the rest. */
  const often = [0, 0, 0, 0, 0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 7, 8, 9, 9, 9, 10, 10, 11, 12, 12, 12];

  /** Publishes: the number of the version, or the refusals. */
  async function publish(): Promise<Came> {
    const version = await underWay();
    if (!version) return {};
    const input = { id: synthesisId, revision: version.revision };
    const problems = await the.asked("publishSynthesis", input, team[1]);
    await the.pass();
    return problems.length > 0 ? { refused: problems.map(({ code }) => code) } : { published: version.version };
  }

  return {
    slug,
    async step([what, which, how]: Choice): Promise<Came> {
      const act = acts[often[what % (often.length + 4)] ?? -1];
      if (!act) return publish();
      await act(which, how);
      return {};
    },
    /** Brings the synthesis to a publication, from any state. */
    async finish() {
      const [revise, circulate, tidy] = ["revise", "circulate", "tidy"].map((name) =>
        acts.find((act) => act.name === name)!,
      );
      await revise!(0, 0);
      await tidy!(0, 0);
      const plain = { kind: "AGREEMENT", text: "Un mot de la fin.", keyPointIds: [] };
      await the.asked("writeParagraph", { synthesisId, id: randomUUID(), ...plain });
      await circulate!(0, 0);
      return publish();
    },
  };
}
