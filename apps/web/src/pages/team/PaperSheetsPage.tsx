import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Definition } from "@cahier/schema/questionnaire/definition";
import { getLocale } from "@cahier/schema/runtime";
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { PrintSheets } from "../../features/paper/PrintSheets.tsx";
import { Paper } from "../../features/questionnaire/Paper.tsx";
import type { PaperSheetsPage, PaperSheetsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { filePaths } from "../../filePaths.ts";
import { paths } from "../../paths.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useOrigin } from "../../frame/instance.ts";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<PaperSheetsPage, PaperSheetsPageVariables> = gql`
  query PaperSheetsPage($slug: String!, $print: String!) {
    paperDesk(slug: $slug) {
      id
      questionnaire {
        id
        slug
        state
        ...Paper_questionnaire @unmask
      }
      editions {
        revision
        definition
      }
      batches {
        batch
        count
        entered
        printedOn
        printedBy
        questionnaireRevision
        viewerCan {
          print
        }
      }
      sheets(batch: $print) {
        id
        batch
        number
        code
      }
    }
  }
  ${Paper.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { slug: args.params.slug ?? "", print: new URL(args.request.url).searchParams.get("print") ?? "" },
    "paperDesk",
  );

type Desk = NonNullable<PaperSheetsPage["paperDesk"]>;

/** Sheets of a questionnaire: made here, put on paper here, each with a code of its own. */
export function Component() {
  const desk = useReadQuery(useLoaderData<typeof loader>()).data.paperDesk!;
  return desk.sheets ? <Printing desk={desk} sheets={desk.sheets} /> : <Batches desk={desk} />;
}

function Batches({ desk: { questionnaire, batches } }: { desk: Desk }) {
  const { id, slug, number, title, state } = questionnaire;
  const navigate = useNavigate();
  const over = state === "DRAFT" || state === "ARCHIVED";
  return (
    <Ruled>
      <PageHead
        margin={m.questionnaire_number({ number })}
        kicker={<span lang={contentLang()}>{title}</span>}
        title={m.paper_sheets_title()}
        lead={<p>{m.paper_sheets_lead()}</p>}
      >
        {over ? (
          <Notice>{m.paper_sheets_late()}</Notice>
        ) : (
          <PrintSheets
            questionnaireId={id}
            onPrinted={(batch) => void navigate(paths.paperSheets(slug, { print: batch }))}
          />
        )}
        <p className="prose quiet">{m.paper_sheets_codes()}</p>
        <More to={paths.paper(slug)}>{m.paper_to_entry()}</More>
      </PageHead>
      <Row heading={m.paper_sheets_batches()}>
        {batches.length === 0 ? (
          <p>{m.paper_sheets_none()}</p>
        ) : (
          <DataTable
            caption={m.paper_sheets_table()}
            captionHidden
            numeric={[1, 2]}
            head={[
              m.paper_sheets_batch(),
              m.paper_sheets_number(),
              m.paper_sheets_entered(),
              m.paper_sheets_on(),
              m.paper_sheets_by(),
              m.paper_sheets_again(),
            ]}
            rows={batches.map(({ batch, count, entered, printedOn, printedBy, viewerCan }) => ({
              key: batch,
              cells: [
                batch,
                count,
                entered,
                <When date={printedOn} format="short" key="on" />,
                printedBy ?? "",
                viewerCan.print ? (
                  <More to={paths.paperSheets(slug, { print: batch })} icon={null} key="print">
                    {m.paper_sheets_print_batch({ batch })}
                  </More>
                ) : (
                  m.paper_sheets_no_more()
                ),
              ],
            }))}
          />
        )}
      </Row>
      <Row heading={m.paper_sheets_blank()}>
        <p className="prose">{m.paper_sheets_blank_lead()}</p>
        <p className="cluster">
          {/* Of the site of everybody: ordinary links. */}
          <a href={paths.questionnairePrint(slug)}>{m.paper_print_normal()}</a>
          <a href={paths.questionnairePrint(slug, { large: 1 })}>{m.paper_print_large()}</a>
          <a href={paths.questionnairePdf(slug)}>{m.paper_print_pdf()}</a>
          <a href={paths.questionnairePdf(slug, { large: 1 })}>{m.paper_print_pdf_large()}</a>
        </p>
      </Row>
    </Ruled>
  );
}

function Printing({ desk, sheets }: { desk: Desk; sheets: NonNullable<Desk["sheets"]> }) {
  const { questionnaire, editions, batches } = desk;
  const { slug } = questionnaire;
  const { batch } = sheets[0]!;
  const large = useSearchParams()[0].get("large") !== null;
  const origin = useOrigin();
  const printed = batches.find((one) => one.batch === batch)?.questionnaireRevision;
  const edition = editions.find(({ revision }) => revision === printed);
  const language = getLocale() === "en" ? "en" : null;
  if (!edition || sheets.some(({ code }) => code === null))
    return (
      <Ruled>
        <PageHead title={m.paper_sheets_title()}>
          <Notice>{m.paper_sheets_gone()}</Notice>
          <More to={paths.paperSheets(slug)}>{m.paper_sheets_back()}</More>
        </PageHead>
      </Ruled>
    );
  const { sections } = edition.definition as Definition;
  return (
    <div className="paper-page">
      <div className="flow no-print">
        <title>{`${m.paper_sheets_title()} · Cahier commun`}</title>
        <h1>{m.paper_sheets_ready({ batch, count: sheets.length })}</h1>
        <Notice tone="warn">{m.paper_sheets_codes()}</Notice>
        <nav className="cluster" aria-label={m.paper_print_forms()}>
          <PrintButton />
          <More to={paths.paperSheets(slug, { print: batch, large: large ? null : 1 })} icon={null}>
            {large ? m.paper_print_normal() : m.paper_print_large()}
          </More>
          <a href={filePaths.sheetsPdf(slug, batch, { language })}>{m.paper_print_pdf()}</a>
          <a href={filePaths.sheetsPdf(slug, batch, { language, large: 1 })}>{m.paper_print_pdf_large()}</a>
          <More to={paths.paperSheets(slug)} icon={null}>
            {m.paper_sheets_back()}
          </More>
        </nav>
      </div>
      {sheets.map(({ id, number, code }) => (
        <Paper
          questionnaire={{ ...questionnaire, sections }}
          origin={origin}
          large={large}
          sheet={{ batch, number, code: code!, count: sheets.length }}
          key={id}
        />
      ))}
    </div>
  );
}
