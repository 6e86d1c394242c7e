/** SQL: the group of a text: that of its objective, else the first of its theme. */
export const groupOfText = (it: string) => `coalesce(
  (select o.group_id from objective o where o.id = ${it}.objective_id),
  (select w.id from working_group w where w.theme_id = ${it}.theme_id order by w.id limit 1))`;
