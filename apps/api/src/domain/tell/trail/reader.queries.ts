import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { columnsOf } from "../../../platform/data/statement.ts";
import { counted } from "../../ground/moderation/status.sql.ts";
import { allFollowing } from "../../listen/follow/follow.queries.ts";
import type { Following } from "../../listen/follow/follow.ts";
import { type Response, Responses } from "../../listen/response/response.entity.ts";

/** Somebody to be told, and their responses. */
export interface Reader {
  address: string;
  language: Language;
  responses: Response[];
}

/**
 * Reads the readers: an address left with a response, which is a consent of its own; else the account that holds the
 * response. An anonymous questionnaire has neither.
 */
export async function readersOf(db: EntityManager, among?: Following[]): Promise<Reader[]> {
  const following = among ?? (await allFollowing(db));
  const of = (kind: Following["kind"]) =>
    new Map(following.filter((it) => it.kind === kind).map(({ responseId, value }) => [responseId, value]));
  const [left, held] = [of("ADDRESS"), of("ACCOUNT")];
  const [responses, accounts] = await Promise.all([
    db.query<Response[]>(
      `select ${columnsOf(db, Responses)}
       from response it join questionnaire q on q.id = it.questionnaire_id and not q.anonymous
       where it.id = any($1::uuid[]) and ${counted("it")} order by it.id`,
      [[...new Set(following.map(({ responseId }) => responseId))]],
    ),
    db.query<{ id: string; email: string; language: Language }[]>(
      `select id, email, language from person
       where id = any($1::uuid[]) and email is not null and told_by_mail`,
      [[...new Set(held.values())]],
    ),
  ]);
  const persons = new Map(accounts.map((account) => [account.id, account]));
  const told = responses.flatMap((response) => {
    const person = persons.get(held.get(response.id) ?? "");
    const address = (left.get(response.id) ?? person?.email)?.toLowerCase();
    const language = left.has(response.id) ? response.followUpLanguage : person?.language;
    return address && language ? [{ response, address, language }] : [];
  });
  return [...Map.groupBy(told, ({ address }) => address)].map(([address, those]) => ({
    address,
    language: those[0]!.language,
    responses: those.map(({ response }) => response),
  }));
}

/**
 * The same, some at a time: of all that wait, only who follows which response is held at once. What is read of a reader
 * can be forgotten once they had their turn.
 */
export async function* readersInTurn(db: EntityManager, together: number): AsyncGenerator<Reader[]> {
  const following = await allFollowing(db);
  const emails = await emailsOf(db, following);
  const left = new Map(following.flatMap((it) => (it.kind === "ADDRESS" ? [[it.responseId, it.value]] : [])));
  const byAddress = [
    ...Map.groupBy(following, ({ responseId, value }) =>
      (left.get(responseId) ?? emails.get(value) ?? "").toLowerCase(),
    ),
  ].flatMap(([address, those]) => (address ? [those] : []));
  for (let at = 0; at < byAddress.length; at += together)
    yield readersOf(db, byAddress.slice(at, at + together).flat());
}

/** Addresses of the accounts that follow, by their id. */
async function emailsOf(db: EntityManager, following: Following[]) {
  const ids = new Set(following.flatMap(({ kind, value }) => (kind === "ACCOUNT" ? [value] : [])));
  const rows = await db.query<{ id: string; email: string }[]>(
    "select id, email from person where id = any($1::uuid[]) and email is not null and told_by_mail",
    [[...ids]],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
