import type { APIRequestContext } from "@playwright/test";
import { ask } from "./answering.ts";

interface Paragraph {
  id: string;
  edit: number;
  kind: string;
  text: string;
  detail: string | null;
  keyPoints: { id: string; passages: { id: string }[] }[];
  against: { id: string }[];
}

/**
 * Makes the second version of the first synthesis circulate for a week: a paragraph reworded, one added,
 * one removed and its passages set aside.
 */
export async function circulate(request: APIRequestContext, baseURL: string) {
  const act = async (name: string, type: string, input: object, fields = "") => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${fields} } }`;
    const data = await ask<Record<string, any>>(request, baseURL, query, { input });
    if (data[name].problems.length > 0) throw new Error(`${name}: ${JSON.stringify(data[name].problems)}`);
    return data[name];
  };
  const paragraph = "id edit kind text detail keyPoints { id passages { id } } against { id }";
  const { synthesis } = await ask<any>(
    request,
    baseURL,
    `{ synthesis(slug: "point-d-etape-1") { id reactions { id } } }`,
  );
  const begun = await act(
    "reviseSynthesis",
    "ReviseSynthesisInput",
    { id: synthesis.id },
    `synthesis { underWay { edit version paragraphs { ${paragraph} } } }`,
  );
  const { edit, version, paragraphs } = begun.synthesis.underWay as {
    edit: number;
    version: number;
    paragraphs: Paragraph[];
  };
  const [first, second] = paragraphs as [Paragraph, Paragraph];
  const passage = first.keyPoints[0]!.passages[0]!.id;
  await act("writeParagraph", "WriteParagraphInput", {
    synthesisId: synthesis.id,
    id: first.id,
    edit: first.edit,
    kind: first.kind,
    text: first.text.replace("la simple vente directe", "un guichet"),
    detail: `Une phrase le dit mieux que nous : <passage:${passage}>\n\nVoir [tous les thèmes](/themes).`,
    keyPointIds: first.keyPoints.map(({ id }) => id),
  });
  await act("removeParagraph", "RemoveParagraphInput", { id: second.id, edit: second.edit });
  await act("writeParagraph", "WriteParagraphInput", {
    synthesisId: synthesis.id,
    id: crypto.randomUUID(),
    kind: "AGREEMENT",
    text: "Les règles peuvent être rediscutées par ceux qui les suivent.",
    keyPointIds: first.keyPoints.map(({ id }) => id),
    afterId: first.id,
  });
  await act("setAside", "SetAsideInput", {
    synthesisId: synthesis.id,
    keyPointIds: second.keyPoints.map(({ id }) => id),
    reason: "TOO_GENERAL",
    note: "Le lien le dit déjà.",
  });
  await act("editSynthesis", "EditSynthesisInput", {
    id: synthesis.id,
    edit,
    changes: "Le lien est dit autrement, et les règles entrent dans ce qui fait accord.",
    causedByReactions: [synthesis.reactions[0].id],
  });
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await act("circulateSynthesis", "CirculateSynthesisInput", { id: synthesis.id, until });
  return { version, first, second };
}

/** Publishes the version under way through the API, past the page and its button. */
export async function publishing(request: APIRequestContext, baseURL: string, slug: string) {
  const { synthesis } = await ask<any>(
    request,
    baseURL,
    "query ($slug: String!) { synthesis(slug: $slug) { id underWay { revision } } }",
    { slug },
  );
  return ask<any>(
    request,
    baseURL,
    "mutation ($input: PublishSynthesisInput!) { publishSynthesis(input: $input) { problems { code value } } }",
    { input: { id: synthesis.id, revision: synthesis.underWay.revision } },
  );
}
