import { randomUUID } from "node:crypto";
import { remindReports } from "../../src/domain/listen/paper/report.jobs.ts";
import { remindComers } from "../../src/domain/meet/attendance/attendance.jobs.ts";
import type { Language } from "../../src/graphql/resolvers.generated.ts";
import { announcedMeeting } from "../acts/meetings.ts";
import { askSpeakers } from "../../src/domain/tell/trail/speaker.commands.ts";
import { trailOn } from "../acts/trail.ts";
import type { mailingSite } from "./mailedLinks.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Acts about meetings of which somebody is told by mail. */
export const meetActs = (site: ReturnType<typeof mailingSite>) => {
  const { api, act, rows, somebody, opened } = site;
  const group = async () => (await rows("select id from working_group where slug = 'circuits-courts'"))[0].id as string;
  const words = "Je vends à dix voisins, et cela suffit.";
  const trail = trailOn(() => site.demo);
  const versionOf = async (table: string, id: string) =>
    (await rows<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]!.version;

  return {
    async "a meeting that one comes to"(language: Language) {
      const title = `Réunion ${uniqueWord()}`;
      const to = `${uniqueWord()}@exemple.fr`;
      const meeting = await announcedMeeting(api.database, await group(), {
        title,
        endsAt: new Date(Date.now() + 10 * 86_400_000 + 3_600_000),
        capacity: 1,
      });
      const coming = { meetingId: meeting.id, said: { channel: "ROOM", needs: [] }, language };
      const first = await act("attend", { ...coming, key: randomUUID() }, "own { code }");
      await act("attend", { ...coming, key: randomUUID(), email: to }, "");
      await act("withdrawAttendance", { code: first.own.code }, "");
      await opened(to, language, title);
      const { viewer } = await somebody(language, "ADMINISTRATOR");
      const run = async (name: string, more: object) => {
        await act(name, { id: meeting.id, version: await versionOf("meeting", meeting.id), ...more }, "", viewer);
        await opened(to, language, title);
      };
      const { data } = await api.ask(`{ meeting(slug: "${meeting.slug}") { day from until } }`);
      const fields = { title, kind: "NATIONAL", place: "Lyon", capacity: 1, ...data.meeting };
      await run("editMeeting", { draft: false, reason: "La salle est prise.", fields });
      await run("cancelMeeting", { reason: "Une grève." });
      await run("resumeMeeting", {});
      await remindComers(api.database.manager, new Date(meeting.startsAt.getTime() - 86_400_000));
      await opened(to, language, title);
    },

    async "the minutes of a meeting that one was at"(language: Language) {
      const title = `Réunion ${uniqueWord()}`;
      const to = `${uniqueWord()}@exemple.fr`;
      const meeting = await announcedMeeting(api.database, await group(), { title });
      const coming = { meetingId: meeting.id, said: { channel: "ROOM", needs: [] }, language, key: randomUUID() };
      const { own } = await act("attend", coming, "own { code }");
      await rows(
        "update meeting set starts_at = now() - interval '1 day', ends_at = now() - interval '23 hours' where id = $1",
        [meeting.id],
      );
      await act("followMinutes", { code: own.code, email: to, language }, "");
      const { viewer } = await somebody(language, "ADMINISTRATOR", "RAPPORTEUR");
      const { minutes } = await act("beginMinutes", { meetingId: meeting.id }, "minutes { id version }", viewer);
      const head = { present: 12, excused: 1, remote: 3, regions: 2, facts: "Douze personnes.", openQuestions: [] };
      await act("editMinutes", { ...minutes, ...head }, "", viewer);
      const block = {
        minutesId: minutes.id,
        id: randomUUID(),
        kind: "NOTE",
        topic: "Un point",
        text: "Vingt camions.",
      };
      await act("writeMinutesBlock", block, "", viewer);
      const said = { minutesId: minutes.id, id: randomUUID(), kind: "QUOTE", text: words, owner: "Une éleveuse" };
      await act("writeMinutesBlock", said, "", viewer);
      await act("reviewMinutes", { id: minutes.id }, "", viewer);
      await opened(to, language, title);
      const [{ id: attendanceId }] = (await rows("select id from attendance where meeting_id = $1", [meeting.id])) as [
        any,
      ];
      await act("recordQuoteConsent", { id: said.id, edit: 1, attendanceId }, "", viewer);
      await opened(to, language, title);
      await act("answerQuote", { code: own.code, blockId: said.id, edit: 1, agrees: true }, "");
      const correction = { key: randomUUID(), code: own.code, blockId: block.id, text: "On a compté vingt camions." };
      await act("correctMinutes", correction, "");
      await act("settleMinutesCorrection", { id: correction.key, accept: true }, "", viewer);
      await opened(to, language, title);
      await rows("update minutes set review_until = review_until - 30 where id = $1", [minutes.id]);
      await act("publishMinutes", { id: minutes.id }, "", viewer);
      await opened(to, language, title);

      // A synthesis that circulates rests on these words.
      await act("followMinutes", { code: own.code, email: to, language }, "");
      const objective = { objective: "objectif-4", newKeyPoint: `Peu de monde suffit, ${uniqueWord()}.` };
      const marking = { contributionId: said.id, startsAt: 0, endsAt: words.length, ...objective };
      const marked = await act("markPassage", marking, "passage { id } keyPoint { id }", viewer);
      await rows("update key_point set state = 'STATED', stated_on = '2012-03-20' where id = $1", [marked.keyPoint.id]);
      await trail.cite(marked.keyPoint.id);
      const ask = () => askSpeakers(api.database, { now: new Date(Date.now() + 2 * 86_400_000), pace: "DAY" });
      await ask();
      await opened(to, language, title);
      const passageId = marked.passage.id;
      await act("reviewCitation", { code: own.code, passageId, verdict: "DISTORTED", text: "Cela me suffit." }, "");
      await act(
        "resolveCitation",
        { passageId, resolution: "REPLIED", reply: "C’est ce que dit la phrase." },
        "",
        viewer,
      );
      await ask();
      await opened(to, language, title);
    },

    async "the report that is lacking of a local meeting"(language: Language) {
      const it = await somebody(language, "REFERENT");
      const title = `Atelier ${uniqueWord()}`;
      const [place] = await rows("select id, region_id as region from territory where slug = 'finistere'");
      await rows("update role_grant set territory_id = $2 where person_id = $1", [it.id, place.id]);
      const meeting = await announcedMeeting(api.database, await group(), {
        title,
        kind: "LOCAL",
        territoryId: place.id,
        regionId: place.region,
        startsAt: new Date(Date.now() - 4 * 86_400_000),
        endsAt: new Date(Date.now() - 4 * 86_400_000),
      });
      await remindReports(api.database.manager, new Date());
      await opened(it.email, language, title, it.id);
      await rows("update meeting set cancelled_reason = 'Elle est dite.' where id = $1", [meeting.id]);
    },
  };
};
