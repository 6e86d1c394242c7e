import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { holderNow } from "../../src/domain/ground/role/role.queries.ts";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { acting } from "./acting.ts";
import { personWith } from "../site/people.ts";
import type { answeringApi } from "./responses.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Problems of an act, each with its field: « REQUIRED name ». */
export const codes = ({ problems }: { problems: { code: string; field: string | null }[] }) =>
  problems.map(({ code, field }) => `${code} ${field}`);

/** Fields of an organisation read after an act. */
export const organised = "organisation { id slug name state version }";

/** Acts on organisations, on an API with a questionnaire. */
export function organising(api: ReturnType<typeof answeringApi>) {
  const act = acting(api);
  const somebody = async (...roles: Role[]): Promise<Viewer> => {
    const id = await personWith(api.database, roles);
    await api.rows("update person set email_verified = true where id = $1", [id]);
    return { ...(await holderNow(api.database.manager, id)), displayName: "Une personne fictive" };
  };
  /** The list of kinds, as an instance has it. */
  const kinds = () =>
    api.rows(`insert into term (kind, key, position, label, label_en) values
      ('ORGANISATION_TYPE', 'INDIVIDUAL', 0, 'Une personne', 'A person'), ('ORGANISATION_TYPE', 'SCIC', 1, 'Une Scic', 'A Scic')
      on conflict do nothing`);
  const sheet = (more: object = {}) => ({
    name: `Le Fil ${uniqueWord()}`,
    kind: "SCIC",
    territory: "bretagne",
    website: "fil.example",
    about: "Nous réunissons des maraîchers.",
    ...more,
  });
  async function registered(more: object = {}, founder?: Viewer) {
    await kinds();
    const by = founder ?? (await somebody());
    const input = { key: randomUUID(), fields: sheet(more) };
    const { organisation, problems } = await act("registerOrganisation", input, organised, by);
    expect(problems).toEqual([]);
    return {
      founder: by,
      ...(organisation as { id: string; slug: string; name: string; state: string; version: number }),
    };
  }
  const judge = async (id: string, version: number, how: object = { confirm: true }, by?: Viewer) =>
    act("judgeOrganisation", { id, version, ...how }, organised, by ?? (await somebody("MODERATOR")));
  async function confirmed(more: object = {}) {
    const it = await registered(more);
    const second = await joined(it, "ADMINISTRATOR");
    expect(codes(await judge(it.id, it.version))).toEqual([]);
    return { ...it, second };
  }
  /** Somebody new, who joins by a link. */
  async function joined({ id, founder }: { id: string; founder: Viewer }, role = "MEMBER") {
    const { token } = await act("inviteToOrganisation", { id, key: randomUUID(), role }, "token", founder);
    const member = await somebody();
    expect(codes(await act("joinOrganisation", { token }, "", member))).toEqual([]);
    return member;
  }
  const see = async (slug: string, viewer: Viewer = visitor) => {
    const asked = `id name state verified about website refusedBecause nameIsUnverified hiddenFor ownRole administrators
      members { id displayName role isViewer } invitations { id role } viewerCan { keep judge ask } version
      contributions { body authorName organisationName } reactions { text authorName page { path } } amendments { text }`;
    const text = `query ($slug: String!) { organisation(slug: $slug) { ${asked} } }`;
    const { data, errors } = await api.ask(text, { slug }, viewer);
    expect(errors).toBeUndefined();
    return data.organisation;
  };
  return { act, somebody, kinds, sheet, registered, judge, confirmed, joined, see };
}
