/**
 * SQL condition: the theme of a group is short supply chains. They are more than food, and only there is it told how many
 * look beyond it: a group on housing has no plate to look beyond.
 */
export const onShortSupplyChains = (themeId: string) =>
  `exists (select from theme asked where asked.id = ${themeId} and asked.title ilike '%circuit% court%')`;
