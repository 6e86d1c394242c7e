/** SQL: the territory that members of a group of `home` follow. What happens in one of 2012 is told of the region of today. */
export const followedBy = (home: string) =>
  `coalesce(case when ${home}.kind = 'REGION_2012' then ${home}.region_id end, ${home}.id)`;
