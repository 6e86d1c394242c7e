import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { dayOf } from "../../../platform/day.ts";
import { hiddenFor } from "../../ground/moderation/ruling.queries.ts";
import { isValidated } from "../initiative/initiative.policy.ts";
import { publicInitiativeOf } from "../initiative/initiative.queries.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { closeExchange, hideExchange, postExchange } from "./exchange.commands.ts";
import { Exchanges } from "./exchange.entity.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { exchangePolicy, exchangeState } from "./exchange.policy.ts";
import {
  nearExchanges,
  answering,
  askedBy,
  exchangeOf,
  exchanges,
  initiativesNear,
  mayHide,
  ownIntroduction,
  postedBy,
  receivedBy,
} from "./exchange.queries.ts";
import { answerIntroduction, askIntroduction, takeBackIntroduction } from "./introduction.commands.ts";

export const exchangeResolvers: Resolvers = {
  Query: {
    exchanges: (_, args, context) => exchanges(context, args),
    exchange: (_, { id }, context) => exchangeOf(context, id),
    exchangeDesk: (_, __, { viewer }) => (viewer.id ? { personId: viewer.id } : null),
  },
  Mutation: {
    postExchange: (_, { input }, { run }) => run((tx) => postExchange(tx, input)),
    closeExchange: (_, { input }, { run }) => run((tx) => closeExchange(tx, input)),
    hideExchange: (_, { input }, { run }) => run((tx) => hideExchange(tx, input)),
    askIntroduction: (_, { input }, { run }) => run((tx) => askIntroduction(tx, input)),
    answerIntroduction: (_, { input }, { run }) => run((tx) => answerIntroduction(tx, input)),
    takeBackIntroduction: (_, { input }, { run }) => run((tx) => takeBackIntroduction(tx, input)),
  },
  Exchange: {
    title: (it, _, { viewer }) => (exchangePolicy.read(viewer, it) ? it.title : ""),
    text: (it, _, { viewer }) => (exchangePolicy.read(viewer, it) ? it.text : ""),
    organisation: (it, _, { viewer }) => (exchangePolicy.read(viewer, it) ? it.organisation : null),
    initiative: async (it, _, context) => {
      const initiative = exchangePolicy.read(context.viewer, it)
        ? await publicInitiativeOf(context, it.initiativeId)
        : null;
      return initiative && isValidated(initiative) ? initiative : null;
    },
    hiddenFor: (it, _, context) => hiddenFor(context, "EXCHANGE", it),
    statusReason: async (it, _, context) =>
      exchangePolicy.read(context.viewer, it) || !(await hiddenFor(context, "EXCHANGE", it)) ? it.statusReason : null,
    authorName: async (it, _, context) =>
      exchangePolicy.read(context.viewer, it) ? ((await nameOf(context, it.authorId)) ?? "") : "",
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
    region: ({ regionId }, _, { load }) => load(Territories, regionId),
    state: (it, _, { now }) => exchangeState(it, dayOf(now)),
    answering: (it, _, context) => answering(context, it),
    near: (it, _, context) => nearExchanges(context, it),
    initiatives: (it, _, context) => initiativesNear(context, it),
    viewerCan: async (it, _, context) => ({
      edit: exchangePolicy.edit(context.viewer, it),
      hide: exchangePolicy.hide(context.viewer, it) && (await mayHide(context.db, it)),
      ask:
        sendsMail(config) &&
        exchangePolicy.ask(context.viewer, it, dayOf(context.now)) &&
        ((await ownIntroduction(context, it.id))?.state ?? "TAKEN_BACK") === "TAKEN_BACK",
    }),
    viewerIntroduction: ({ id }, _, context) => ownIntroduction(context, id),
  },
  Introduction: {
    exchange: async ({ exchangeId }, _, { load }) => (await load(Exchanges, exchangeId))!,
    askedBy: async ({ askedById }, _, context) => (await nameOf(context, askedById)) ?? "",
  },
  ExchangeDesk: {
    posted: ({ personId }, _, context) => postedBy(context, personId),
    received: ({ personId }, _, context) => receivedBy(context, personId),
    asked: ({ personId }, _, context) => askedBy(context, personId),
  },
};
