import { kept, type KeptName } from "@cahier/schema/retention";
import type { EntityManager } from "typeorm";
import type { PrivateLink, Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { Consents } from "../../ground/person/consent.entity.ts";
import { Sessions } from "../../ground/person/session.entity.ts";
import { Responses } from "../../listen/response/response.entity.ts";
import { receiptCode } from "../../listen/response/codes.ts";
import { openedAlone } from "../../propose/minority/minority.erasure.ts";
import { partOfTable } from "./personal.parts.ts";
import { type Subject, subjectOfCode, subjectOfViewer } from "./personal.queries.ts";
import { aboutIn, countIn, personalCounts, personalPlan, type Plan } from "./personal.rows.ts";
import { In, IsNull, MoreThan } from "typeorm";

/** Addresses of the private links of texts, by the table of the text. */
const linkOf: Record<string, PrivateLink> = {
  agenda_request: "MEETING",
  amendment: "PROPOSAL",
  attendance: "MEETING",
  contribution: "PROPOSAL",
  initiative: "INITIATIVE",
  reaction: "PROPOSAL",
};

/** All that a page tells of somebody. */
export interface PersonalData {
  subject: Subject;
  plan: Plan;
}

async function dataOf(db: EntityManager, subject: Subject | null): Promise<PersonalData | null> {
  return subject && { subject, plan: await personalPlan(db, subject) };
}

const idsOf = ({ roots }: Subject) => roots.flatMap(({ ids }) => ids);

export const personalResolvers: Resolvers = {
  Query: {
    personalData: async (_, { code }, { db, viewer }) =>
      dataOf(db, code ? await subjectOfCode(db, code) : await subjectOfViewer(db, viewer)),
  },
  Consent: {
    version: ({ textVersion }) => textVersion,
    code: ({ purpose, subjectId }) => (purpose === "MAILS" ? null : receiptCode(subjectId)),
  },
  PersonalData: {
    kind: ({ subject }) =>
      subject.personId ? "ACCOUNT" : subject.roots[0]?.table === "response" ? "RESPONSE" : "TEXT",
    privateLink: ({ subject }) => linkOf[subject.roots[0]?.table ?? ""] ?? null,
    async parts({ plan }, _, { db }) {
      const counts = new Map<KeptName, number>();
      for (const [table, rows] of await personalCounts(db, plan)) {
        const part = partOfTable(table);
        // A passage that somebody marked in the words of others is what they did, and no response of theirs.
        const about = part === "response" ? await aboutIn(db, plan, table, rows) : rows;
        if (about > 0) counts.set(part, (counts.get(part) ?? 0) + about);
        if (rows > about) counts.set("act", (counts.get("act") ?? 0) + rows - about);
      }
      return (Object.keys(kept) as KeptName[]).flatMap((name) => {
        const count = counts.get(name);
        return count ? [{ name, rows: count }] : [];
      });
    },
    async consents({ subject }, _, { db }) {
      return db.find(Consents, {
        where: { subjectId: In(idsOf(subject)), withdrawnOn: IsNull() },
        order: { givenOn: "DESC", purpose: "ASC" },
        take: 100,
      });
    },
    async sessions({ subject: { personId } }, _, { db, viewer }) {
      if (!personId) return [];
      const where = { personId, expiresAt: MoreThan(new Date()) };
      const all = await db.find(Sessions, { where, order: { updatedAt: "DESC" }, take: 50 });
      return all.map(({ id, userAgent, createdAt, updatedAt }) => ({
        id,
        device: userAgent,
        since: dayOf(createdAt),
        lastUsedOn: dayOf(updatedAt),
        current: id === viewer.sessionId,
      }));
    },
    async withdrawn({ subject: { personId, roots } }, _, { db }) {
      const [root] = roots;
      if (personId || root?.table !== "response") return false;
      return db.existsBy(Responses, { id: In(root.ids), status: "WITHDRAWN" });
    },
    readingOnly: ({ subject }) => subject.readingOnly,
    async erasure({ plan }, _, { db }) {
      const count = (table: string, more?: string) => countIn(db, plan, table, more);
      return {
        responses: await count("response"),
        texts: await count("contribution"),
        positions: await count("minority_position", openedAlone("it")),
        exchanges: await count("exchange"),
        roles: await count("role_grant", "it.ended_at is null"),
        mails: await count("outgoing_mail"),
      };
    },
  },
};
