import { citations } from "../keyPoint/keyPoint.kept.ts";

/** Syntheses, or versions of them, that anybody may read: circulating or published. */
export const readByAll = (it: string) => `${it}.state <> 'DRAFT'`;

/** Syntheses, or versions of them, that people read over, to say how they are cited. */
export const circulating = (it: string) => `${it}.state = 'CIRCULATING'`;

/** Syntheses, or versions of them, that are frozen. */
export const published = (it: string) => `${it}.state = 'PUBLISHED'`;

/** Syntheses, or versions of them, that still change. */
export const underWay = (it: string) => `${it}.state <> 'PUBLISHED'`;

/** The versions `v` in force, with their synthesis `s`: what is cited there is cited today. */
export const inForce = "(synthesis_version v join synthesis s on s.id = v.synthesis_id and s.version = v.version)";

/** Key points, and passages, that a published synthesis cites. */
const citedPoints = `array(select ct.key_point_id from ${citations} ct
      join synthesis_paragraph sp on sp.id = ct.paragraph_id
      join ${inForce} on v.id = sp.version_id and s.state = 'PUBLISHED')`;
const citedPassages = `select p.contribution_id from passage p
    join passage_citation pc on pc.passage_id = p.id
    join synthesis_paragraph sp on sp.id = pc.paragraph_id
    join ${inForce} on v.id = sp.version_id and s.state = 'PUBLISHED'`;

/**
 * Ids of the contributions that a published synthesis cites: by a key point, or word for word. What is cited is read once,
 * whether texts are asked for one by one or all together.
 */
export const cited = `select p.contribution_id from passage p
    join key_point_passage l on l.passage_id = p.id where l.key_point_id = any(${citedPoints})
  union ${citedPassages}`;

/** The same to be read together: the text stands beside each link while anybody may read it, and is looked up elsewhere. */
export const allCited = `select coalesce(l.text_id, (select p.contribution_id from passage p where p.id = l.passage_id)) as contribution_id
    from key_point_passage l where l.key_point_id = any(${citedPoints})
  union ${citedPassages}`;

/** Ids of those of which a published synthesis says why it leaves a passage out. */
export const leftOut = `select p.contribution_id from passage p
    join accounted_passage a on a.passage_id = p.id and a.set_aside_id is not null
    join ${inForce} on v.id = a.version_id`;
