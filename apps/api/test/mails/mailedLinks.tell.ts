import { randomUUID } from "node:crypto";
import { m } from "@cahier/schema/messages";
import { expect } from "vitest";
import { tellNews } from "../../src/domain/tell/news/digest.commands.ts";
import type { Language } from "../../src/graphql/resolvers.generated.ts";
import { inDays, office, today } from "../acts/carrying.ts";
import { heldTexts } from "../acts/held.ts";
import type { mailingSite } from "./mailedLinks.ts";
import { trailOn } from "../acts/trail.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Acts of which those who wrote, or who follow something, are told by mail. */
export const tellActs = (site: ReturnType<typeof mailingSite>) => {
  const { api, act, rows, somebody, opened } = site;
  const { respond } = heldTexts(api);
  const team = trailOn(() => site.demo);
  const pathOf = (link: string) => link.slice(new URL(link).origin.length);

  /** A response whose author asked to be told, and its text. */
  async function followed(language: Language) {
    const to = `${uniqueWord()}@exemple.fr`;
    const words = `Un circuit court, ${uniqueWord()}, c’est quand on se connaît.`;
    const { code, contributions } = await respond({ "4.2": words }, { followUpEmail: to, followUpLanguage: language });
    return { to, words, code, id: contributions[0]!.id };
  }
  let day = 1000;
  const tell = () => team.tell(++day);

  return {
    async "a response that is read, marked, cited, answered"(language: Language) {
      const { viewer } = await somebody(language, "RAPPORTEUR");
      const it = await followed(language);
      await team.read(it.id);
      await tell();
      await opened(it.to, language, it.words);
      const quote = it.words.slice(0, 16);
      const sentence = `Se connaître suffit, ${uniqueWord()}.`;
      const { passageId, keyPointId } = await team.mark(it.id, quote, sentence);
      await tell();
      await opened(it.to, language, new RegExp(`${it.words}|${sentence}`));
      const paragraph = `On se connaît, et cela suffit, ${uniqueWord()}.`;
      const version = await team.cite(keyPointId, "CIRCULATING", paragraph);
      await tell();
      const both = new RegExp(`${it.words}|${paragraph}|${sentence}`);
      const asked = await opened(it.to, language, both);
      const code = asked.map(({ link }) => /\/follow\/([\dA-Z-]{19})/.exec(link)?.[1]).find(Boolean);
      await act("reviewCitation", { code, passageId, verdict: "DISTORTED", text: "Pas tout à fait." }, "");
      await act("resolveCitation", { passageId, resolution: "REPLIED", reply: "Voici pourquoi." }, "", viewer);
      await tell();
      await opened(it.to, language, both);
      await team.publish(version);
      await tell();
      await opened(it.to, language, both);

      const title = `Un lexique ${uniqueWord()}`;
      const [proposal] = await rows<{ id: string }>(
        `insert into proposal (slug, group_id, number, title, summary, state, created_on)
         select gen_random_uuid()::text, (select id from working_group where slug = 'circuits-courts'),
           max(number) + 1, $1, 'Parler pareil.', 'OPEN', current_date from proposal returning id`,
        [title],
      );
      const [statement] = await rows<{ id: string }>(
        "insert into statement (proposal_id, part, position, text) values ($1, 'MEASURE', 1, 'Écrire.') returning id",
        [proposal!.id],
      );
      await rows("insert into statement_key_point values ($1, $2)", [statement!.id, keyPointId]);
      const all = new RegExp(`${both.source}|${title}`);
      const told = async (more = title) => {
        await tell();
        await opened(it.to, language, new RegExp(`${all.source}|${more}`));
      };
      await told();
      const [initiative] = await rows<{ id: string; name: string }>(
        "select id, name from initiative where state = 'VALIDATED' limit 1",
      );
      await rows("insert into initiative_contribution values ($1, $2, current_date)", [initiative!.id, it.id]);
      await told(initiative!.name);
      await rows(
        `insert into adoption (proposal_id, meeting_id, decided_on, method, presence, version_number, hash)
         select $1, id, current_date, 'CONSENT', '[]', 1, 'x' from meeting where starts_at < now() order by id limit 1`,
        [proposal!.id],
      );
      await told();
      const carrier = { kind: "REGION", territory: "bretagne" };
      const opening = { key: randomUUID(), proposalId: proposal!.id, interlocutor: office, ask: "Publier.", carrier };
      const { handover } = await act("openHandover", opening, "handover { id version }", viewer);
      const handing = { ...handover, documentTitle: "Lettre", on: today, replyBy: inDays(30) };
      const handed = await act("handOver", handing, "handover { id version }", viewer);
      await told();
      const reply = { on: today, stance: "PARTLY", text: "Oui, en automne.", way: "POST" };
      await act("recordReply", { ...handed.handover, ...reply }, "", viewer);
      await told();
    },

    async "a response of which nothing is kept"(language: Language) {
      const { viewer } = await somebody(language, "RAPPORTEUR");
      const it = await followed(language);
      const [theme] = await rows(
        "select slug, title from theme where slug <> 'circuits-courts' order by number limit 1",
      );
      const why = { notRetained: "OUT_OF_SCOPE", note: "Un autre groupe le lit.", theme: theme.slug };
      await act("readContributions", { contributionIds: [it.id], ...why }, "", viewer);
      await tell();
      await opened(it.to, language, new RegExp(`${it.words}|${theme.title}`));

      const again = await followed(language);
      const [said] = await rows("select id, sentence from key_point where state = 'STATED' order by id limit 1");
      await act(
        "readContributions",
        { contributionIds: [again.id], notRetained: "ALREADY_SAID", saidBy: said.id },
        "",
        viewer,
      );
      await tell();
      await opened(again.to, language, new RegExp(`${again.words}|${said.sentence.slice(0, 20)}`));
    },

    async "an appeal that is decided"(language: Language) {
      const [judge, other] = [await somebody(language, "MODERATOR"), await somebody(language, "MODERATOR")];
      for (const outcome of ["RESTORED", "CONFIRMED"]) {
        const it = await followed(language);
        await act("reportText", { kind: "CONTRIBUTION", textId: it.id, reason: "INSULT" }, "");
        const desk = "{ moderationDesk { held(first: 50) { nodes { id version } } } }";
        const { data } = await api.ask(desk, {}, judge.viewer);
        const { version } = data.moderationDesk.held.nodes.find(({ id }: { id: string }) => id.endsWith(it.id));
        const ruling = { kind: "CONTRIBUTION", textId: it.id, version, outcome: "HIDDEN", reason: "INSULT" };
        await act("ruleText", ruling, "", judge.viewer);
        const receipt = `{ receipt(code: "${it.code}") { rulings { id appealCode } } }`;
        const [{ id, appealCode }] = (await api.ask(receipt)).data.receipt.rulings;
        await act("appealRuling", { id, code: appealCode, text: "Il dort vraiment." }, "");
        const [appeal] = await rows<{ id: string }>("select id from appeal where ruling_id = $1", [id]);
        await act("decideAppeal", { id: appeal!.id, outcome, note: "Ce mot vise une personne." }, "", other.viewer);
        // A text that is hidden is shown to whoever holds its number alone: the page of a mail says so.
        await opened(
          it.to,
          language,
          outcome === "RESTORED" ? it.words : m.trail_by_mail_code({}, { locale: language }),
        );
      }
    },

    async "a group whose work has ended"(language: Language) {
      const { viewer } = await somebody(language, "ADMINISTRATOR");
      const it = await followed(language);
      const [group] = await rows("select slug, name, version from working_group where slug = 'circuits-courts'");
      const dates = await rows("select id, opens_at, closes_at from questionnaire");
      await rows("update questionnaire set opens_at = now() - interval '2 days', closes_at = now() - interval '1 day'");
      const { slug, version, name } = group;
      await act("archiveGroup", { group: slug, version, outcome: "Un camion roule." }, "", viewer);
      await opened(it.to, language, name);
      await act("reopenGroup", { group: slug, reason: "Il reste à voir." }, "", viewer);
      for (const { id, opens_at, closes_at } of dates)
        await rows("update questionnaire set opens_at = $2, closes_at = $3 where id = $1", [id, opens_at, closes_at]);
    },

    async "what somebody follows"(language: Language) {
      const to = `${uniqueWord()}@exemple.fr`;
      const [group] = await rows("select id, name from working_group where slug = 'circuits-courts'");
      const following = { kind: "GROUP", id: group.id, pace: "NOW", email: to, language };
      await act("watch", following, "asked");
      const [asked] = await opened(to, language, m.watch_confirm({}, { locale: language }));
      const confirm = async () => (await site.press(pathOf(asked!.link))).headers.location as string;
      expect(await confirm()).toContain("confirmed");
      const page = await site.open(new URL(asked!.link).origin + (await confirm()));
      expect(page.words).toContain(m.watch_confirm_served({}, { locale: language }));

      // All that moved since a month, in the whole demonstration: each line leads to the page it is of.
      await rows("update watch set since = now() - interval '40 days'");
      for (const pace of ["NOW", "DAY"] as const) {
        await tellNews(api.database, { now: new Date(), pace });
        await opened(to, language, /./);
        await rows("delete from told");
        await rows("update watch set pace = 'DAILY', since = now() - interval '3 days'");
        await rows("update watcher set weekly_on = current_date");
      }
      await rows("update watch set pace = 'WEEKLY'");
      await rows("update watcher set weekly_on = null, daily_on = null");
      await tellNews(api.database, { now: new Date(), pace: "DAY" });
      await opened(to, language, /./);
      await rows("delete from watcher");
    },
  };
};
