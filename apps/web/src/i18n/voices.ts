import { m } from "@cahier/schema/messages";
import type { Channel, NotRetainedReason } from "../graphql/operations.generated.ts";
import type { Names } from "./vocabulary.ts";

/** Names of the channels of a response. */
export const channelNames: Names<Channel> = {
  ONLINE: m.vocabulary_channel_ONLINE,
  PAPER: m.vocabulary_channel_PAPER,
  LOCAL_MEETING: m.vocabulary_channel_LOCAL_MEETING,
  EMAIL: m.vocabulary_channel_EMAIL,
  MINUTES: m.vocabulary_channel_MINUTES,
  NOTEBOOK: m.vocabulary_channel_NOTEBOOK,
  IMPORTED: m.vocabulary_channel_IMPORTED,
};

/** Why a contribution goes no further. */
export const notRetainedNames: Names<NotRetainedReason> = {
  ALREADY_SAID: m.vocabulary_not_retained_ALREADY_SAID,
  OUT_OF_SCOPE: m.vocabulary_not_retained_OUT_OF_SCOPE,
  REQUEST_APART: m.vocabulary_not_retained_REQUEST_APART,
  TOO_GENERAL: m.vocabulary_not_retained_TOO_GENERAL,
  NOT_ACTIONABLE: m.vocabulary_not_retained_NOT_ACTIONABLE,
  NOT_UNDERSTOOD: m.vocabulary_not_retained_NOT_UNDERSTOOD,
  NOTHING_TO_ADD: m.vocabulary_not_retained_NOTHING_TO_ADD,
  WITHDRAWN: m.vocabulary_not_retained_WITHDRAWN,
};

/** Author of a text, as they chose to appear. */
interface Voice {
  authorName: string | null;
  /** The structure or the group it speaks for. */
  organisationName?: string | null;
  /** True for a name that stands for an institution, and that nobody checked. */
  nameIsUnverified?: boolean;
}

/** « Ano, au nom de « SCIC » »; « sans nom » for people who chose so; « Le maire (nom non vérifié) ». */
export const authorOf = ({ authorName, organisationName, nameIsUnverified }: Voice) => {
  const who = authorName && nameIsUnverified ? m.vocabulary_unverified({ name: authorName }) : authorName;
  return who && organisationName
    ? m.contribution_on_behalf({ who, of: organisationName })
    : (who ?? organisationName ?? m.vocabulary_no_name());
};

/** « Drôme, Auvergne-Rhône-Alpes »; the region once when it is what is known; empty when nothing is. */
export const placeOf = (it: { territory?: { name: string } | null; region?: { name: string } | null }) =>
  [...new Set([it.territory?.name, it.region?.name])].filter(Boolean).join(", ");

/** The same beside an author: what « Un horticulteur de Maine-et-Loire » says already is not said again. */
export const placeBeside = ({ territory, region, authorName }: Voice & Parameters<typeof placeOf>[0]) =>
  placeOf(
    territory && authorName?.endsWith(territory.name)
      ? { region: region?.name === territory.name ? null : region }
      : { territory, region },
  );

/** « Marion L., Drôme »; « Un horticulteur de Maine-et-Loire » already says from where. */
export const bylineOf = (it: Voice & { territory?: { name: string } | null }) =>
  it.authorName && it.territory && it.authorName.endsWith(it.territory.name)
    ? authorOf({ ...it, organisationName: null })
    : [authorOf(it), it.territory?.name].filter(Boolean).join(", ");
