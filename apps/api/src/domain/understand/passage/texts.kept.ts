/** SQL condition: lines `y` of texts of the themes of some groups, but for those that are asked only to be counted. */
export const keptBy = (
  groups: string,
) => `y.question_id <> all(array(select id from question where visibility = 'AGGREGATED'))
    and (${groups}::uuid[] is null
      or y.theme_id = any(array(select g.theme_id from working_group g where g.id = any(${groups}::uuid[]))))`;

interface TextsKept {
  /** Groups by whose themes; all of them when null. */
  groups: string;
  where?: string;
}

/** SQL: lines `y` of the texts that the team reads. */
export const keptTexts = ({ groups, where = "true" }: TextsKept) => `text_tally y where ${keptBy(groups)} and ${where}`;

/** SQL: how many texts of each theme nobody read, as `theme_id` and `count`, but for those that are asked only to be counted. */
export const unreadByTheme = (
  most: number,
) => `select y.subject_id as theme_id, least(${most}, sum(y.n))::int as count from tally y
  where y.figure = 'unread' and y.subject_id in (select theme_id from working_group)
    and (y.place_id <> all(array(select id from question where visibility = 'AGGREGATED'))) is not false group by 1`;
