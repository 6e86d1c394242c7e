import { randomUUID } from "node:crypto";
import type { Fields } from "@cahier/schema/fields";
import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import { instanceFields } from "@cahier/schema/ground/instance.fields";
import { organisationFields } from "@cahier/schema/ground/organisation.fields";
import { meetingFields } from "@cahier/schema/meet/meeting.fields";
import { exchangeFields } from "@cahier/schema/propose/exchange.fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { proposalFields } from "@cahier/schema/propose/proposal.fields";
import { askFields, objectionFields, exampleFields, workFields } from "@cahier/schema/propose/scaffold.fields";
import type { DataSource } from "typeorm";
import { instanceId } from "../../src/domain/ground/instance/instance.entity.ts";
import { dayOf } from "../../src/platform/day.ts";

/** The row a sheet is saved over, and the variables of its mutation beside the fields. */
export interface Saving {
  /** Version of the row, or its former words: 0 and null for a new one. */
  version: number;
  was: Record<string, unknown> | null;
}

/** A sheet with save rules, and what the test of all sheets needs to know of it. */
export interface Sheet {
  fields: Fields;
  /** GraphQL type of the sheet; `elsewhere`: fields found at another path of it. */
  type: string;
  elsewhere?: Record<string, string>;
  /** Query of its public page. */
  page: string;
  /** Its table in the open data, if any, and the fields it renames or leaves out. */
  file?: string;
  /** Table in the database, and the keys of its row. */
  table: string;
  where: (ids: Ids) => Record<string, string>;
  /** Mutation and input; `inputOf` is the input type that holds the fields, if it is another. */
  mutation: (saving: Saving) => string;
  input: (fields: object, saving: Saving, ids: Ids) => object;
  inputOf: string;
  /** Values of fields that are held to more than their kind. */
  samples?: Record<string, unknown>;
  /** Role of its writer, if not a rapporteur. */
  by?: "FACILITATOR" | "ADMINISTRATOR";
}

/** Rows that the sheets of a test refer to. */
export interface Ids {
  id: string;
  proposalId: string;
  initiativeId: string;
  interlocutor: string;
  group: string;
}

export async function idsIn(database: DataSource): Promise<Ids> {
  const one = async (text: string) => (await database.query<[{ it: string }]>(text))[0].it;
  return {
    id: randomUUID(),
    proposalId: await one("select id as it from proposal where state = 'OPEN' order by number limit 1"),
    initiativeId: await one(
      `select id as it from initiative i where i.proposed_on is null and not exists (
         select from proposal_initiative l where l.initiative_id = i.id) order by name limit 1`,
    ),
    interlocutor: await one("select slug as it from interlocutor where merged_into_id is null order by name limit 1"),
    group: await one("select slug as it from working_group order by id limit 1"),
  };
}

const part = (name: string, fields: Fields, more: (ids: Ids) => object = () => ({})): Sheet => ({
  fields,
  type: name,
  page: "ProposalPage",
  table: name.toLowerCase(),
  where: ({ id }) => ({ id }),
  mutation: () => `write${name}`,
  inputOf: `Write${name}Input`,
  input: (said, { version }, ids) => ({ id: ids.id, proposalId: ids.proposalId, version, ...more(ids), ...said }),
});

export const sheets: Record<string, Sheet> = {
  initiative: {
    fields: initiativeFields,
    type: "Initiative",
    page: "InitiativePage",
    file: "initiatives",
    table: "initiative",
    where: ({ id }) => ({ key: id }),
    mutation: ({ version }) => (version ? "editInitiative" : "proposeInitiative"),
    inputOf: "InitiativeSheetInput",
    input(said, { version, was }, { id }) {
      const sheet = { territory: "finistere", criteria: [], ...said };
      return version ? { id: was!["id"], version, sheet } : { key: id, consent: true, sheet };
    },
  },
  interlocutor: {
    fields: interlocutorFields,
    type: "Interlocutor",
    elsewhere: {
      contactMail: "OfficeContact.mail",
      contactUrl: "OfficeContact.url",
      contactPostal: "OfficeContact.postal",
    },
    page: "InterlocutorPage",
    file: "interlocutors",
    table: "interlocutor",
    where: ({ id }) => ({ id }),
    mutation: ({ version }) => (version ? "editInterlocutor" : "registerInterlocutor"),
    inputOf: "InterlocutorFieldsInput",
    input: (fields, { version }, { id }) => (version ? { id, version, fields } : { key: id, fields }),
  },
  instance: {
    fields: instanceFields,
    type: "Instance",
    // Each of its public pages shows a part.
    page: "InstancePage",
    table: "instance",
    where: () => ({ id: instanceId }),
    mutation: () => "editInstance",
    inputOf: "InstanceFieldsInput",
    by: "ADMINISTRATOR",
    input: (fields, { version }) => ({ version, fields }),
  },
  meeting: {
    fields: meetingFields,
    type: "Meeting",
    page: "MeetingPage",
    table: "meeting",
    where: ({ id }) => ({ id }),
    mutation: ({ version }) => (version ? "editMeeting" : "announceMeeting"),
    inputOf: "MeetingFieldsInput",
    by: "FACILITATOR",
    input(said, { version }, { id, group }) {
      const when = { day: dayOf(new Date(), 30), from: "14:00", until: "17:30", territory: "finistere" };
      const fields = { ...when, ...said };
      return version ? { id, version, draft: false, fields } : { key: id, group, draft: false, fields };
    },
  },
  organisation: {
    fields: organisationFields,
    type: "Organisation",
    page: "OrganisationPage",
    table: "organisation",
    where: () => ({ name: "Les Paniers de la rade" }),
    samples: { name: "Les Paniers de la rade" },
    mutation: ({ version }) => (version ? "editOrganisation" : "registerOrganisation"),
    inputOf: "OrganisationFieldsInput",
    input(said, { version, was }, { id }) {
      const fields = { territory: null, ...said };
      return version ? { id: was!["id"], version, fields } : { key: id, fields };
    },
  },
  exchange: {
    fields: exchangeFields,
    type: "Exchange",
    page: "ExchangePage",
    table: "exchange",
    where: ({ id }) => ({ id }),
    mutation: () => "postExchange",
    inputOf: "PostExchangeInput",
    input: (said, { version }, { id }) => ({ id, version, territory: "finistere", ...said }),
  },
  proposal: {
    fields: proposalFields,
    type: "Proposal",
    page: "ProposalPage",
    file: "proposals",
    table: "proposal",
    where: ({ id }) => ({ id }),
    mutation: ({ version }) => (version ? "editProposal" : "openProposal"),
    inputOf: "EditProposalInput",
    input: (said, { version }, { id, group }) => (version ? { id, version, ...said } : { key: id, group, ...said }),
  },
  objection: { ...part("Objection", objectionFields), file: "objections" },
  work: { ...part("Work", workFields), file: "works" },
  ask: { ...part("Ask", askFields, ({ interlocutor }) => ({ interlocutor })), file: "asks" },
  example: {
    fields: exampleFields,
    type: "Example",
    page: "ProposalPage",
    table: "proposal_initiative",
    where: ({ proposalId, initiativeId }) => ({ proposal_id: proposalId, initiative_id: initiativeId }),
    mutation: () => "attachInitiative",
    inputOf: "AttachInitiativeInput",
    input: (said, { was }, { proposalId, initiativeId }) => ({
      proposalId,
      initiativeId,
      was: was?.["proves"] ?? null,
      ...said,
    }),
  },
};
