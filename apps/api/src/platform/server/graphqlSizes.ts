import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import {
  defaultFieldResolver,
  getNullableType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isListType,
  isObjectType,
} from "graphql";
import type { Context } from "../context.ts";
import { answerLimits } from "./graphqlLimits.ts";

/** Schemas whose lists are counted: a second server of the same schema would count each of them twice. */
const counted = new WeakSet<GraphQLSchema>();

/** Counts what stands in the lists of an answer as they are read, and ends it where it grows too large. */
export const countLists = (most = answerLimits.items): ApolloServerPlugin<Context> => ({
  async serverWillStart({ schema }) {
    if (counted.has(schema)) return;
    counted.add(schema);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("__")) continue;
      for (const field of Object.values(type.getFields()))
        if (isListType(getNullableType(field.type)))
          field.resolve = counting(field.resolve ?? defaultFieldResolver, most);
    }
  },
});

const counting =
  (resolve: GraphQLFieldResolver<unknown, Context>, most: number): GraphQLFieldResolver<unknown, Context> =>
  (parent, args, context, info) => {
    const count = (list: unknown) => {
      if (Array.isArray(list) && (context.items += list.length) > most) throw tooMuch(`things above ${most}`);
      return list;
    };
    const list = resolve(parent, args, context, info);
    return list instanceof Promise ? list.then(count) : count(list);
  };

const tooMuch = (what: string) =>
  new GraphQLError(`Asks for too much: ${what}.`, { extensions: { code: "BAD_USER_INPUT" } });

/** Says that no answer is to be kept, and sends a refusal in place of one that grew too long. */
export function boundAnswers(app: FastifyInstance) {
  app.addHook("onSend", ({ id, routeOptions }, reply, payload, done) => {
    if (routeOptions.url !== "/graphql") return done(null, payload);
    void reply.header("cache-control", "no-store");
    if (typeof payload !== "string" || isWithin(payload, answerLimits.bytes)) return done(null, payload);
    const { message, extensions } = tooMuch(`bytes above ${answerLimits.bytes}`);
    reply.code(400).removeHeader("content-length");
    return done(null, JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId: id } }] }));
  });
}

/** A letter takes three bytes at most: most answers need no count. */
const isWithin = (text: string, most: number) => text.length * 3 <= most || Buffer.byteLength(text) <= most;
