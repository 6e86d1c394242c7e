/** True of a group that was opened, by its id: until then nothing of it is told to anybody but its team. */
export const isOpened = (groupId: string) =>
  `not exists (select from working_group w where w.id = ${groupId} and w.preparing)`;
