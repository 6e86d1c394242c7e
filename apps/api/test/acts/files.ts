import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { seededTemplate } from "../site/demo.ts";
import { testSite } from "../site/site.ts";

/** Requests for files, to a site with the demonstration. */
export function fileApi() {
  const site = testSite({ demo: true }, undefined, () => seededTemplate());
  let cookie = "";
  const get = (url: string) => site.app.inject({ url, headers: { cookie } });
  const ask = async (query: string, variables: object = {}) => {
    const answer = await site.post("/graphql", { query, variables }, { cookie });
    const { data, errors } = answer.json<{ data: any; errors?: object[] }>();
    expect(errors).toBeUndefined();
    return data;
  };
  return {
    async file(url: string): Promise<Buffer> {
      const { statusCode, headers, rawPayload } = await get(url);
      expect([statusCode, headers["content-type"]]).toEqual([200, "application/pdf"]);
      return rawPayload;
    },
    status: async (url: string) => (await get(url)).statusCode,
    async signIn(role: string) {
      const { demoPersonas } = await ask("{ demoPersonas { id roles } }");
      const persona = demoPersonas.find(({ roles }: { roles: string[] }) => roles.includes(role));
      const answer = await site.post("/demo/sign-in", { personId: persona.id });
      cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
    },
    signOut() {
      cookie = "";
    },
    /** Prints sheets as the signed-in person. */
    async print(slug: string, count: number): Promise<{ batch: string; codes: string[] }> {
      const { questionnaire } = await ask("query ($slug: String!) { questionnaire(slug: $slug) { id } }", { slug });
      const input = { key: randomUUID(), questionnaireId: questionnaire.id, count };
      const text = "mutation ($input: PrintSheetsInput!) { printSheets(input: $input) { batch { batch } } }";
      const { batch } = (await ask(text, { input })).printSheets.batch;
      const { paperDesk } = await ask(
        "query ($slug: String!, $batch: String!) { paperDesk(slug: $slug) { sheets(batch: $batch) { code } } }",
        { slug, batch },
      );
      return { batch, codes: paperDesk.sheets.map(({ code }: { code: string }) => code) };
    },
    async questions(slug: string): Promise<{ code: string; label: string }[]> {
      const text = "query ($slug: String!) { questionnaire(slug: $slug) { sections { questions { code label } } } }";
      const { questionnaire } = await ask(text, { slug });
      return questionnaire.sections.flatMap(({ questions }: { questions: object[] }) => questions);
    },
  };
}
