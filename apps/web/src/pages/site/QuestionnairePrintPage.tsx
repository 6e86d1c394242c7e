import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Paper } from "../../features/questionnaire/Paper.tsx";
import type { QuestionnairePrintPage, QuestionnairePrintPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { useOrigin } from "../../frame/instance.ts";

const query: TypedDocumentNode<QuestionnairePrintPage, QuestionnairePrintPageVariables> = gql`
  query QuestionnairePrintPage($slug: String!, $language: Language!) {
    questionnaire(slug: $slug, language: $language) {
      id
      slug
      ...Paper_questionnaire @unmask
    }
  }
  ${Paper.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug ?? "", language: getLocale() }, "questionnaire");

/** A questionnaire to print, and to fill in with a pen: as it is, or in large print; as a page or as a tagged file. */
export function Component() {
  const questionnaire = useReadQuery(useLoaderData<typeof loader>()).data.questionnaire!;
  const large = useSearchParams()[0].get("large") !== null;
  const { slug, title } = questionnaire;
  const language = getLocale() === "en" ? "en" : null;
  return (
    <div className="paper-page">
      <title>{`${title} · Cahier commun`}</title>
      <nav className="cluster no-print" aria-label={m.paper_print_forms()}>
        <PrintButton />
        <More to={paths.questionnairePrint(slug, { large: large ? null : 1 })} icon={null}>
          {large ? m.paper_print_normal() : m.paper_print_large()}
        </More>
        {/* Files, not pages: ordinary links. */}
        <a href={paths.questionnairePdf(slug, { language })}>{m.paper_print_pdf()}</a>
        <a href={paths.questionnairePdf(slug, { language, large: 1 })}>{m.paper_print_pdf_large()}</a>
      </nav>
      <Paper questionnaire={questionnaire} origin={useOrigin()} large={large} />
    </div>
  );
}
