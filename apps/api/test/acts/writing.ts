import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { KeyPointPassages, type Passage, Passages } from "../../src/domain/understand/passage/passage.entity.ts";
import { type KeyPoint, KeyPoints } from "../../src/domain/understand/keyPoint/keyPoint.entity.ts";
import { publishDue } from "../../src/domain/understand/synthesis/publishing.commands.ts";
import { Readings } from "../../src/domain/listen/contribution/contribution.entity.ts";
import { dayOf } from "../../src/platform/day.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { testApi } from "../site/api.ts";
import { added, contributionOf, smallInstance, type Small } from "../rows/builders.ts";
import { personWith } from "../site/people.ts";

/** A rapporteur of the group, with their own account. */
export async function reader(database: DataSource): Promise<Viewer> {
  const id = await personWith(database, ["RAPPORTEUR"]);
  return viewerOf({ id, displayName: "Une personne fictive", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: null, territoryId: null },
  ]);
}

const versionFields = `id version state edit revision circulatedOn circulatesUntil publishedAt publishedAlone
  definition method notHeard decisions nextSteps changes
  causes { reaction { id } meeting { id } }
  missing { code count } accounting { cited setAside unaccounted nothingToAdd }
  citationCounts { asked answered faithful toQualify distorted }
  citationReplies { reply verdict }
  setAside { id reason note keyPoint { id } passage { id } passages { id quote } }
  paragraphs { id originId kind position text detail html edit keyPoints { id sentence } against { id sentence }
    passages { id quote contribution { id } } }`;

/** A small instance, its two rapporteurs, and their acts on syntheses. */
export function writingApi() {
  const api = testApi();
  let small: Small;
  let team: [Viewer, Viewer];

  const setUp = async () => {
    small = await smallInstance(api.database);
    team = [await reader(api.database), await reader(api.database)];
  };

  /** Result of an act, and the codes of its problems with their field. */
  async function act(mutation: string, input: object, viewer: Viewer | undefined = team[0]) {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1);
    const told = /Paragraph$/.test(mutation)
      ? "paragraph { id edit position text passages { id } keyPoints { id } against { id } } current { id edit text }"
      : /setAside|bringBack/.test(mutation)
        ? "version { id revision accounting { cited setAside unaccounted } setAside { id passage { id } keyPoint { id } } }"
        : mutation === "resolveCitation"
          ? "review { resolution reply }"
          : "synthesis { id slug state version title } current { edit revision }";
    const { data, errors } = await api.ask(
      `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { problems { code field value } ${told} } }`,
      { input },
      viewer,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { problems, ...rest } = data[mutation];
    return { ...rest, problems };
  }

  /** Runs an act that must have no problem. */
  async function done(mutation: string, input: object, viewer?: Viewer) {
    const answer = await act(mutation, input, viewer);
    if (answer.problems.length > 0) throw new Error(`${mutation}: ${JSON.stringify(answer.problems)}`);
    return answer;
  }

  /** Problems of an act that is refused, as « CODE field value ». */
  const refused = async (mutation: string, input: object, viewer?: Viewer) =>
    (await act(mutation, input, viewer)).problems.map(({ code, field, value }: Record<string, string | null>) =>
      [code, field, value].filter((part) => part !== null).join(" "),
    ) as string[];

  /** A key point said by some people, each in a text of their own. */
  async function keyPointOf(sentence: string, people: number, row: Partial<KeyPoint> = {}) {
    const number = (await api.database.manager.count(KeyPoints)) + 1;
    const keyPoint = await added(api.database, KeyPoints, {
      objectiveId: small.objective.id,
      number,
      sentence,
      nature: "FINDING",
      state: "STATED",
      statedOn: dayOf(new Date()),
      ...row,
    });
    const passages: Passage[] = [];
    for (let index = 0; index < people; index += 1)
      passages.push(await passageOf(`${sentence} (${index + 1})`, [keyPoint.id]));
    return { ...keyPoint, passages };
  }

  /** A text marked whole, under some key points. */
  async function passageOf(body: string, keyPointIds: string[], contribution: object = {}) {
    const { id } = await contributionOf(api.database, small, { body, ...contribution });
    const passage = await added(api.database, Passages, {
      contributionId: id,
      startsAt: 0,
      endsAt: body.length,
      quote: body,
      markedById: team[0].id,
      markedAt: new Date(),
    });
    await added(api.database, Readings, { contributionId: id, personId: team[0].id!, readAt: new Date() }).catch(
      () => {},
    );
    await say(passage.id, keyPointIds);
    return passage;
  }

  /** A published text, without marks. */
  const textOf = (body: string) => contributionOf(api.database, small, { body });

  const asked = async (mutation: string, input: object, viewer = team[0]) => {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1);
    const text = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { problems { code field value } } }`;
    const { data, errors } = await api.ask(text, { input }, viewer);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[mutation].problems as { code: string }[];
  };

  /** Marks words of a text, as on the reading desk. */
  const mark = (input: object) => asked("markPassage", input);

  /** Merges a key point into another, as on its page. */
  async function merge(id: string, intoId: string) {
    const { version } = await api.database.manager.findOneByOrFail(KeyPoints, { id });
    const problems = await asked("mergeKeyPoint", { id, intoId, version });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }

  const say = async (passageId: string, keyPointIds: string[]) => {
    for (const keyPointId of keyPointIds)
      await api.database.manager.insert(KeyPointPassages, { keyPointId, passageId });
  };

  /** A synthesis as its team reads it; null reads it as a visitor. */
  async function see(slug: string, viewer: Viewer | null = team[0]) {
    const { data, errors } = await api.ask(
      `query ($slug: String!) { synthesis(slug: $slug) { id slug title state version
         underWay { ${versionFields} } inForce { ${versionFields} } versions { version state } } }`,
      { slug },
      viewer ?? undefined,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.synthesis;
  }

  /** One whole version, as a visitor reads it by default. */
  async function versionOf(slug: string, version: number, viewer?: Viewer) {
    const { data, errors } = await api.ask(
      `query ($slug: String!, $version: Int!) { synthesis(slug: $slug) { versionNumbered(version: $version) { ${versionFields} } } }`,
      { slug, version },
      viewer,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.synthesis?.versionNumbered ?? null;
  }

  const write = (synthesisId: string, row: object, viewer?: Viewer) =>
    act(
      "writeParagraph",
      { synthesisId, id: randomUUID(), kind: "AGREEMENT", text: "", keyPointIds: [], ...row },
      viewer,
    );

  /** Backdates a version's circulation: it ended yesterday. */
  const letCirculate = (synthesisId: string) =>
    api.database.query(
      `update synthesis_version set circulated_on = current_date - 8, circulates_until = current_date - 1
       where synthesis_id = $1 and state = 'CIRCULATING'`,
      [synthesisId],
    );

  /** Runs the job that publishes after thirty seconds. */
  const pass = (seconds = 31) => publishDue(api.database, new Date(Date.now() + seconds * 1000));

  /** Makes the version under way circulate, ends the circulation, and publishes it by a second person. */
  async function published({ id, slug }: { id: string; slug: string }) {
    await done("circulateSynthesis", { id, until: dayOf(new Date(), 3) });
    await letCirculate(id);
    const { underWay } = await see(slug);
    await done("publishSynthesis", { id, revision: underWay.revision }, team[1]);
    await pass();
  }

  return {
    api,
    setUp,
    act,
    done,
    refused,
    keyPointOf,
    passageOf,
    textOf,
    asked,
    mark,
    merge,
    say,
    see,
    versionOf,
    write,
    letCirculate,
    pass,
    published,
    get small() {
      return small;
    },
    get team() {
      return team;
    },
  };
}
