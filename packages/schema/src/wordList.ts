/** One thing of the domain, by the one word it has on screen in each language. */
export interface Word {
  fr: string;
  en: string;
  /** Words to avoid for it in French. */
  notFr?: RegExp;
  /** Words to avoid for it in English. */
  notEn?: RegExp;
  /** Words to avoid for it in English, where they are those of another thing of the list: what the French says decides. */
  notAs?: RegExp;
  /** Beginnings of the messages that speak of something else by that word: a file of another tool, a column of a table. */
  except?: readonly string[];
}

/** The one list of words on screen. A file that anybody downloads keeps the names of its columns. */
export const wordList: readonly Word[] = [
  {
    fr: "parole",
    en: "contribution",
    notFr: /\bcontributions?\b/i,
    notEn: /\bsubmissions?\b/i,
    except: ["openData_", "export_", "textImport_"],
  },
  {
    fr: "point d’étape",
    en: "synthesis",
    notFr: /\b(synthèses?|restitutions? écrites?)\b/i,
    notEn: /\bprogress reports?\b/i,
  },
  { fr: "point clef", en: "key point", notFr: /\b(points?[- ]clés?|idées? clefs?)\b/i, notEn: /\bkeypoints?\b/i },
  { fr: "passage", en: "passage", notFr: /\b(extraits? retenus?|verbatims?)\b/i },
  { fr: "proposition", en: "proposal", notFr: /\b(préconisations?|recommandations?)\b/i },
  { fr: "interlocuteur", en: "interlocutor", notFr: /\bparties prenantes\b/i, notEn: /\bstakeholders?\b/i },
  { fr: "portage", en: "handover", notFr: /\bplaidoyers?\b/i, notEn: /\badvocacy\b/i },
  { fr: "cahier", en: "notebook", notFr: /\bregistres? de doléances?\b/i },
  { fr: "compte rendu", en: "minutes", notFr: /\b(comptes?-rendus?|procès-verba(l|ux))\b/i },
  { fr: "réunion", en: "meeting", notFr: /\bévénements?\b/i },
  { fr: "territoire", en: "territory" },
  { fr: "bureau", en: "desk", notFr: /\bmon espace\b/i, notEn: /\bmy space\b/i },
  { fr: "lecture", en: "reading", notFr: /\bbancs? de lecture\b|\bau banc\b/i, notEn: /\breading desks?\b/i },
  // A workshop is a local meeting, in French; a grid reads notebooks; a codebook says what the columns of a file mean.
  { fr: "composer", en: "compose", notFr: /\batelier des questionnaires\b|\bà l’atelier\b/i, notEn: /\bworkshops?\b/i },
  {
    fr: "tableau des points clefs",
    en: "board of key points",
    notFr: /\bgrille de lecture\b|\bcahier des points clefs\b/i,
    notEn: /\bcodebooks?\b/i,
    except: ["export_"],
  },
  // Paper is filled and typed in; what is kept of an initiative, of an organisation or in a template is read on a page.
  { fr: "feuille", en: "sheet", notAs: /\brecords?\b/i },
  { fr: "fiche", en: "record", notAs: /\bsheets?\b/i },
  { fr: "glossaire", en: "glossary", notFr: /\blexiques?\b/i },
];
