import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Select, TextField } from "../../ui/Field.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";

interface Said {
  title: string;
  purpose: string;
  datedOn: string | null;
  licence: string | null;
  attribution: string | null;
  language: string;
  serves: string;
}

/** Fields of a document, for the person who puts it on line. */
export function SaidFields({ said }: { said: Partial<Said> }) {
  const known = ["fr", "en"];
  const language = said.language ?? "fr";
  return (
    <>
      <TextField
        name="title"
        label={m.document_field_title()}
        maxLength={limits["document.title"]}
        defaultValue={said.title ?? ""}
      />
      <WritingArea
        name="purpose"
        label={m.document_field_purpose()}
        rows={2}
        maxLength={limits["document.purpose"]}
        defaultValue={said.purpose ?? ""}
      />
      <WritingArea
        name="serves"
        label={m.document_field_serves()}
        help={m.document_field_serves_help()}
        optional
        rows={2}
        defaultValue={said.serves ?? ""}
      />
      <TextField
        name="datedOn"
        type="date"
        label={m.document_field_datedOn()}
        help={m.document_field_datedOn_help()}
        optional
        defaultValue={said.datedOn ?? ""}
      />
      <TextField
        name="attribution"
        label={m.document_field_attribution()}
        help={m.document_field_attribution_help()}
        optional
        maxLength={limits["document.attribution"]}
        defaultValue={said.attribution ?? ""}
      />
      <TextField
        name="licence"
        label={m.document_field_licence()}
        help={m.document_field_licence_help()}
        optional
        maxLength={limits["document.licence"]}
        defaultValue={said.licence ?? ""}
      />
      <Select name="language" label={m.document_field_language()} defaultValue={language}>
        <option value="fr">{m.document_language_fr()}</option>
        <option value="en">{m.document_language_en()}</option>
        <option value={known.includes(language) ? "mul" : language}>{m.document_language_other()}</option>
      </Select>
    </>
  );
}

const text = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";

/** Addresses that were typed, one a line. */
export const servesIn = (fields: FormData) => text(fields, "serves").split(/\s+/).filter(Boolean);

/** The same, as it is sent. */
export const saidIn = (fields: FormData) => ({
  title: text(fields, "title"),
  purpose: text(fields, "purpose"),
  datedOn: text(fields, "datedOn"),
  attribution: text(fields, "attribution"),
  licence: text(fields, "licence"),
  language: text(fields, "language"),
});
