import type { DataSource } from "typeorm";

/** Arguments for the root fields of the schema, so that a walk reaches every row, and lists filtered by some words. */
export async function everyRow(database: DataSource, words: string[]): Promise<Record<string, object[]>> {
  const column = async (text: string) => (await database.query<{ value: string }[]>(text)).map(({ value }) => value);
  const slugs = async (table: string) =>
    (await column(`select slug as value from "${table}"`)).map((slug) => ({ slug }));
  const ids = async (table: string) => (await column(`select id::text as value from "${table}"`)).map((id) => ({ id }));
  const filters = [
    ...(await slugs("territory")).map(({ slug }) => ({ territory: slug })),
    ...(await slugs("objective")).map(({ slug }) => ({ objective: slug })),
    ...words.map((search) => ({ search })),
    {},
  ];
  /** Regions and places of the rows of a table, by their slugs: of all others its list is empty. */
  const placesOf = (table: string) =>
    column(
      `select distinct t.slug as value from territory t join territory of on t.id in (of.id, of.region_id, of.region2012_id)
       where of.id in (select territory_id from ${table})`,
    );
  const groups = async () => (await slugs("working_group")).map(({ slug }) => ({ group: slug }));
  return {
    questionnaire: await slugs("questionnaire"),
    paperDesk: await slugs("questionnaire"),
    composedQuestionnaire: await slugs("questionnaire"),
    receipt: [{ code: "0000-0000-0000-0000" }],
    receipts: [{ codes: ["0000-0000-0000-0000"] }],
    listDesk: ["AXIS", "THEME", "SECTOR", "CRITERION"].map((list) => ({ list })),
    draft: [{ token: "0".repeat(24) }],
    results: (await slugs("questionnaire")).flatMap(({ slug: questionnaire }) =>
      [null, "INDIVIDUAL", "bretagne"].map((within) => ({ questionnaire, within })),
    ),
    contributions: filters.map((filter) => ({ filter, first: 50 })),
    notebooks: [{ first: 50 }, { filter: { search: "canary", reading: "UNREAD" } }],
    notebook: await ids("contribution"),
    textImport: await ids("text_import"),
    grid: await groups(),
    sentLines: await groups(),
    search: ["une", "bretagne", "halle", "canari", "canary", ...words].map((query) => ({ query })),
    searchTitles: ["un", "bre", "canari", "canary", ...words].map((query) => ({ query })),
    contribution: await ids("contribution"),
    theme: await slugs("theme"),
    terms: ["SECTOR", "ORGANISATION_TYPE", "CRITERION", "LEVER_TYPE", "INTERLOCUTOR_CATEGORY"].map((kind) => ({
      kind,
    })),
    territories: ["DEPARTMENT", "REGION", "REGION_2012"].map((kind) => ({ kind })),
    territory: await slugs("territory"),
    group: [{}, ...(await slugs("working_group"))],
    objective: await slugs("objective"),
    keyPoint: await ids("key_point"),
    synthesis: await slugs("synthesis"),
    draw: (await slugs("synthesis")).flatMap(({ slug }) => [1, 2, 3, 4, 5].map((seed) => ({ synthesis: slug, seed }))),
    proposals: [{ first: 100 }, ...words.map((search) => ({ filter: { search, level: "LOCAL" }, first: 100 }))],
    proposal: await slugs("proposal"),
    sourcesToChoose: (await slugs("proposal")).flatMap(({ slug: proposal }) =>
      [null, ...words].map((search) => ({ proposal, search })),
    ),
    proposalToDecide: await slugs("proposal"),
    amendment: await ids("amendment"),
    interlocutors: [{}, { filter: { level: "REGIONAL", territory: "bretagne", search: "canary" } }],
    nearInterlocutors: [{ name: "Commune", level: "LOCAL" }],
    interlocutor: await slugs("interlocutor"),
    handovers: [{}, { filter: { state: "OVERDUE", territory: "bretagne" } }],
    handover: await ids("handover"),
    invitation: [{ token: "x" }],
    organisation: [...(await slugs("organisation")), { slug: "x" }],
    organisations: [{}, { territory: "bretagne" }],
    organisationInvitation: [{ token: "x" }],
    office: [{ code: "0000-0000-0000-0000" }],
    meeting: await slugs("meeting"),
    meetings: [{}],
    productionDesk: [{}],
    document: await slugs("document"),
    library: [{ first: 50 }, { group: "circuits-courts", kinds: ["SHEET", "FILE"] }],
    initiative: await slugs("initiative"),
    initiativeHiddenFor: await slugs("initiative"),
    initiativeWithdrawnOn: await slugs("initiative"),
    glossaryTerm: await slugs("glossary_term"),
    curations: [{}],
    matters: [{ first: 50 }],
    languageKit: [{}, ...(await slugs("working_group")).map(({ slug }) => ({ group: slug }))],
    exchanges: [{ first: 50 }, ...(await placesOf("exchange")).map((territory) => ({ filter: { territory } }))],
    exchange: await ids("exchange"),
    initiatives: ["VALIDATED", "PROPOSED", "RETURNED", "DECLINED"].flatMap((state) =>
      ["VISIBLE", "HELD", "HIDDEN"].flatMap((status) =>
        [{}, { search: "canary" }].map((more) => ({ filter: { state, status, ...more }, first: 100 })),
      ),
    ),
    nearInitiatives: [{ name: "canary-initiative-name" }, { name: "Une initiative qui attend" }],
    proposedInitiative: [{ code: "A".repeat(20) }],
    olderReactions: await database.query<object[]>(
      'select subject, subject_id as "subjectId", id as before from reaction',
    ),
    ownAmendment: [{ code: "A".repeat(20) }],
    ownReaction: [{ code: "A".repeat(20) }],
    ownAgendaRequest: [{ code: "A".repeat(20) }],
    ownAttendance: [{ code: "A".repeat(20) }],
    watchable: (await ids("working_group")).map(({ id }) => ({ kind: "GROUP", id })),
    watching: [{ key: "x" }],
    ownSupply: [{ code: "A".repeat(20) }],
    personalData: [{}, { code: "0000-0000-0000-0000" }],
  };
}
