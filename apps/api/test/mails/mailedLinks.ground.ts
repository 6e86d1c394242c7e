import { randomUUID } from "node:crypto";
import { m } from "@cahier/schema/messages";
import { expect, vi } from "vitest";
import { forgetIdle } from "../../src/domain/give/personal/idle.purges.ts";
import { codeAt, stepAt } from "../../src/domain/ground/secondFactor/totp.ts";
import type { Language } from "../../src/graphql/resolvers.generated.ts";
import { mutationOf } from "../acts/acting.ts";
import type { mailingSite } from "./mailedLinks.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Acts about accounts, roles and organisations of which somebody is told by mail. */
export const groundActs = (site: ReturnType<typeof mailingSite>) => {
  const { api, act, rows, somebody, opened } = site;

  return {
    async "a link to sign in"(locale: Language) {
      const to = `${uniqueWord()}@exemple.fr`;
      const asked = await site.post("/auth/link", { email: to, language: locale });
      expect(asked.statusCode).toBe(200);
      const { link } = (await opened(to, locale, m.person_confirm({}, { locale })))[0]!;
      const token = new URL(link).searchParams.get("token");
      // Opened by the scanner of a mail server, it still serves; pressed, it serves once.
      expect((await site.post("/auth/confirm", { token })).statusCode).toBe(200);
      expect((await site.post("/auth/confirm", { token })).json().problems).toMatchObject([{ code: "GONE" }]);
    },

    async "an invitation, and the end of a role"(locale: Language) {
      const administrator = await somebody(locale, "ADMINISTRATOR");
      const guest = await somebody(locale);
      const inviting = { key: randomUUID(), role: "MEMBER", group: "circuits-courts", email: guest.email };
      expect((await act("invite", inviting, "mailed", administrator.viewer)).mailed).toBe(true);
      const { link } = (await opened(guest.email, locale, m.person_role_MEMBER({}, { locale })))[0]!;
      const token = link.split("/").at(-1)!;
      const { grant } = await act("acceptInvitation", { token }, "grant { id }", guest.viewer);
      expect((await site.open(link)).words).toContain(m.role_invitation_ACCEPTED({}, { locale }));
      const reason = `Parce que ${uniqueWord()}.`;
      await act("endRole", { id: grant.id, reason }, "", administrator.viewer);
      await opened(guest.email, locale, reason, guest.id);
    },

    async "another address, which both agree to"(locale: Language) {
      const it = await somebody(locale);
      const next = `${uniqueWord()}@exemple.fr`;
      const ask = (address: string) => act("changeAddress", { address }, "waitsForBoth", it.viewer);
      const answer = (link: string, agreed: boolean) =>
        act("answerAddress", { token: link.split("/").at(-1), agreed }, "outcome");
      const title = m.person_address_title({}, { locale });
      const signIn = m.person_sign_in({}, { locale });
      const links = async (address: string, about: string) =>
        (await opened(address, locale, about)).map(({ link }) => link).filter((link) => /address/.test(link));

      await ask(next);
      await answer((await links(it.email, title))[0]!, false);
      await links(it.email, signIn);
      await ask(next);
      const [old, fresh] = [(await links(it.email, title)).at(-1), (await links(next, title)).at(-1)];
      expect((await answer(old!, true)).outcome).toBe("WAITS");
      expect((await answer(fresh!, true)).outcome).toBe("MADE");
      // Pressed again, it says what became of it.
      expect((await answer(fresh!, true)).outcome).toBe("MADE");
      await links(next, signIn);
      const other = await somebody(locale);
      await act("changeAddress", { address: other.email }, "", it.viewer);
      await links(other.email, signIn);
    },

    async "a second factor, begun, ended, taken away and gone round"(locale: Language) {
      const it = await somebody(locale, "MODERATOR");
      const administrator = await somebody(locale, "ADMINISTRATOR");
      // A reader of these mails may be signed out, or asked for a code: the page says so.
      const either = new RegExp(`${m.secondFactor_title({}, { locale })}|${m.shell_401_title({}, { locale })}`);
      const page = async () => opened(it.email, locale, either, it.id);
      const cookie = await site.cookieOf(it.id);
      const acts = async (name: string, input: object, wanted = "") => {
        const text = mutationOf(name, wanted);
        const { data } = (await site.post("/graphql", { query: text, variables: { input } }, cookie)).json();
        expect(data[name].problems).toEqual([]);
        return data[name];
      };
      /** A code is taken once: the clock goes on meanwhile. */
      const next = (key: string, steps: number) => {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + steps * 30_000 });
        return codeAt(key, stepAt(new Date()));
      };
      const enrol = async () => {
        const { secret } = await acts("beginSecondFactor", {}, "secret");
        const { recoveryCodes } = await acts("confirmSecondFactor", { code: next(secret, 2) }, "recoveryCodes");
        return { secret: secret as string, code: recoveryCodes[0] as string };
      };
      try {
        const { secret } = await enrol();
        await page();
        await acts("endSecondFactor", { code: next(secret, 2) });
        await page();
        const { code } = await enrol();
        await page();
        const fresh = await site.cookieOf(it.id);
        expect((await site.post("/auth/code", { code }, fresh)).statusCode).toBe(200);
        await act("resetSecondFactor", { personId: it.id }, "", administrator.viewer);
        await page();
      } finally {
        vi.useRealTimers();
      }
    },

    async "a candidacy, accepted or not"(locale: Language) {
      const facilitator = await somebody(locale, "ADMINISTRATOR");
      for (const accept of [true, false]) {
        const it = await somebody(locale);
        const offered = { key: randomUUID(), territory: "morbihan", why: "Je réunis déjà dix personnes." };
        const { candidacy } = await act("volunteer", offered, "candidacy { id }", it.viewer);
        const answer = `Parce que ${uniqueWord()}.`;
        await act("judgeCandidacy", { id: candidacy.id, accept, answer }, "", facilitator.viewer);
        await opened(it.email, locale, answer, it.id);
      }
    },

    async "an organisation, confirmed or not"(locale: Language) {
      const moderator = await somebody(locale, "MODERATOR");
      for (const how of [{ confirm: true }, { confirm: false, reason: `Parce que ${uniqueWord()}.` }]) {
        const it = await somebody(locale);
        const name = `Le Fil ${uniqueWord()}`;
        const fields = { name, kind: "SCIC", territory: "bretagne", about: "Nous réunissons des maraîchers." };
        const wanted = "organisation { id version }";
        const { organisation } = await act("registerOrganisation", { key: randomUUID(), fields }, wanted, it.viewer);
        const joining = { id: organisation.id, key: randomUUID(), role: "ADMINISTRATOR" };
        const { token } = await act("inviteToOrganisation", joining, "token", it.viewer);
        await act("joinOrganisation", { token, name: "Ana" }, "", (await somebody(locale)).viewer);
        await act("judgeOrganisation", { ...organisation, ...how }, "", moderator.viewer);
        await opened(it.email, locale, name, it.id);
      }
    },

    async "a mail that is tried"(locale: Language) {
      const it = await somebody(locale, "ADMINISTRATOR");
      await act("tryMail", {}, "trial { sent }", it.viewer);
      await opened(it.email, locale, m.instance_title({}, { locale }), it.id);
    },

    async "an account that nobody uses"(locale: Language) {
      const it = await somebody(locale);
      await rows("update person set last_seen_on = last_seen_on - 1500 where id = $1", [it.id]);
      await forgetIdle(api.database.manager, new Date(), "3 years");
      await opened(it.email, locale, m.person_sign_in({}, { locale }));
    },
  };
};
