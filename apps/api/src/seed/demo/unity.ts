import { CoherenceNoteProposals, CoherenceNotes } from "../../domain/propose/coherence/coherence.entity.ts";
import { Exchanges, Introductions } from "../../domain/propose/exchange/exchange.entity.ts";
import { LanguageKits, LanguageKitVersions } from "../../domain/propose/languageKit/languageKit.entity.ts";
import type {
  CoherenceKind,
  CoherenceState,
  ExchangeDirection,
  ExchangeKind,
} from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { rapporteur, second } from "./people.ts";
import type { Demo } from "./rows.ts";

interface SourceNote {
  id: string;
  kind: CoherenceKind;
  proposalIds: string[];
  text: string;
}

/** Days on which the rapporteur read the proposals side by side, and on which they were looked at again. */
const notedAt = "2012-06-12";
const settledAt = "2012-06-18";

/** Resolutions of the group on some notes. */
const settled: Record<string, { state: CoherenceState; resolution: string }> = {
  "coh-1": {
    state: "RESOLVED",
    resolution: "Le récit de la cantine est désormais le même dans les deux, avec les chiffres de sa fiche.",
  },
  "coh-2": {
    state: "KEPT",
    resolution: "La proposition 3 peut être portée sans attendre la première\u00a0: les deux restent distinctes.",
  },
};

/** Coherence notes between proposals. */
export function coherence({ clock, ids, put }: Demo) {
  const notes = content<SourceNote[]>("coherence.json");
  put(
    CoherenceNotes,
    notes.map(({ id, kind, text }) => {
      const made = settled[id];
      return {
        id: ids.ordered(id),
        kind,
        text,
        state: made?.state ?? "OPEN",
        resolution: made?.resolution ?? null,
        version: made ? 2 : 1,
        notedOn: clock.day(notedAt),
        notedById: ids.ordered(rapporteur),
        settledOn: made ? clock.day(settledAt) : null,
        settledById: made ? ids.ordered(second) : null,
        suggestion: null,
        fictional: true,
      };
    }),
  );
  put(
    CoherenceNoteProposals,
    notes.flatMap(({ id, proposalIds }) =>
      proposalIds.map((proposalId) => ({ noteId: ids.ordered(id), proposalId: ids.ordered(proposalId) })),
    ),
  );
}

interface SourceKit {
  oneSentence: string;
  thirtySeconds: string;
  arguments: { text: string; synthesisId: string }[];
  sayRather: { avoid: string; prefer: string; why: string }[];
  commitments: string[];
  objections: { text: string; reply: string }[];
}

/** Language kit: formulas that the group says in the same words. */
export function languageKit({ clock, ids, put }: Demo) {
  const source = content<SourceKit>("language-kit.json");
  const words = {
    oneSentence: source.oneSentence,
    thirtySeconds: source.thirtySeconds,
    arguments: source.arguments.map(({ text, synthesisId }) => ({ text, synthesisId: ids.ordered(synthesisId) })),
    sayRather: source.sayRather,
    commitments: source.commitments,
    objections: source.objections,
  };
  const id = ids.ordered("group");
  put(LanguageKits, [{ id, words, version: 1, fictional: true }]);
  put(LanguageKitVersions, [
    {
      id: ids.next(),
      kitId: id,
      number: 1,
      words,
      writtenOn: clock.day("2012-06-14"),
      writtenById: ids.ordered(rapporteur),
      why: null,
    },
  ]);
}

interface SourceExchange {
  id: string;
  direction: ExchangeDirection;
  kind: ExchangeKind;
  title: string;
  text: string;
  authorId: string;
  postedAt: string;
  organisation?: string;
  /** Its sector and its place are those of its initiative, where it is for one. */
  initiativeId?: string;
  sector?: string;
  departmentCode?: string;
}

/** Exchanges: offers and searches of people. An introduction is asked for one of them. */
export function exchanges({ clock, ids, put, territory }: Demo) {
  const initiatives =
    content<{ id: string; sector: string; territory: { departmentCode: string } }[]>("initiatives.json");
  put(
    Exchanges,
    content<SourceExchange[]>("exchanges.json")
      .filter(({ postedAt }) => clock.past(postedAt))
      .map((it) => {
        const initiative = initiatives.find(({ id }) => id === it.initiativeId);
        const place = territory("DEPARTMENT", initiative?.territory.departmentCode ?? it.departmentCode!);
        return {
          id: ids.ordered(it.id),
          groupId: ids.ordered("group"),
          direction: it.direction,
          kind: it.kind,
          title: it.title,
          text: it.text,
          sector: initiative?.sector ?? it.sector!,
          territoryId: place.id,
          regionId: place.regionId,
          initiativeId: initiative ? ids.ordered(initiative.id) : null,
          organisation: it.organisation ?? null,
          authorId: ids.ordered(it.authorId),
          postedOn: clock.day(it.postedAt),
          expiresOn: clock.day("2012-12-20"),
          closedOn: null,
          status: "VISIBLE",
          statusReason: null,
          statusOn: null,
          version: 1,
          fictional: true,
        };
      }),
  );
  put(Introductions, [
    {
      id: ids.random("introduction"),
      exchangeId: ids.ordered("ex-4"),
      askedById: ids.ordered("p-anim"),
      text: "La Roulotte joue l’hiver dans sa région et cherche une deuxième étape. Peut-on se parler de vos mardis\u202F?",
      state: "ASKED",
      askedOn: clock.day("2012-06-19"),
      answeredOn: null,
    },
  ]);
}
