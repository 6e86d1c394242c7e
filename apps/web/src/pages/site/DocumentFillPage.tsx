import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useHref, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { fillTemplate } from "../../features/document/document.mutations.tsx";
import { answersIn, Blanks, Filled, sheetAsText } from "../../features/document/Filled.tsx";
import type { DocumentFillPage, DocumentFillPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";

const query: TypedDocumentNode<DocumentFillPage, DocumentFillPageVariables> = gql`
  query DocumentFillPage($slug: String!) {
    document(slug: $slug) {
      id
      ...Filled_document @unmask
    }
    documentDesk {
      groups {
        id
        slug
        name
      }
    }
  }
  ${Filled.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "document");

const typed = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";

/** A template to fill: by anybody on this device, to print, copy or take away; kept in the group by its team. */
export function Component() {
  const { document, documentDesk } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { id: templateId, slug, title, purpose, sections } = document!;
  const { groups } = documentDesk;
  const [params] = useSearchParams();
  const id = useRef<string>(undefined);
  const act = useAct(fillTemplate);
  const place = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const there = useHref(paths.documentEdit(":slug"));
  const kept = `fill:${templateId}`;
  const keep = async (fields: FormData) => {
    if (groups.length === 0) return;
    const input = {
      templateId,
      group: typed(fields, "group"),
      title: typed(fields, "title"),
      serves: typed(fields, "serves"),
      answers: answersIn(sections, fields),
    };
    id.current ??= keptKey(kept, input);
    const done = await act.run({ id: id.current, ...input });
    if (!done?.document) return;
    forgetKept(kept);
    location.assign(there.replace(":slug", done.document.slug));
  };
  const read = () => {
    const fields = new FormData(place.current!.querySelector("form")!);
    setText(sheetAsText(typed(fields, "title") || title, sections, answersIn(sections, fields)));
  };
  return (
    <Ruled>
      <PageHead
        kicker={<Link to={paths.document(slug)}>{m.document_template()}</Link>}
        title={title}
        lang={contentLang()}
        lead={
          <>
            <p lang={contentLang()}>{purpose}</p>
            <p>{m.document_fill_lead()}</p>
          </>
        }
      />
      <Row heading={m.document_to_fill()}>
        <div ref={place} onInput={read}>
          <Form
            label={m.document_to_fill()}
            action={paths.documentSheet(slug)}
            problems={act.problems}
            busy={act.busy}
            onSubmit={(fields) => void keep(fields)}
          >
            <TextField
              name="title"
              label={m.document_fill_title()}
              maxLength={limits["document.title"]}
              defaultValue={title}
            />
            <Blanks sections={sections} />
            <KeptFields name={kept} />
            <div className="cluster no-print">
              <Button type="button" small onClick={(event) => event.currentTarget.form!.submit()} className="scripted">
                {m.document_odt()}
              </Button>
              <noscript>
                <button type="submit">{m.document_odt()}</button>
              </noscript>
              <PrintButton />
              <CopyButton text={text || sheetAsText(title, sections, [])}>{m.document_copy_sheet()}</CopyButton>
            </div>
            {groups.length > 0 && (
              <div className="flow no-print">
                <Select name="group" label={m.document_field_group()} defaultValue={groups[0]!.slug}>
                  {groups.map((group) => (
                    <option lang={contentLang()} value={group.slug} key={group.id}>
                      {group.name}
                    </option>
                  ))}
                </Select>
                <TextField
                  name="serves"
                  label={m.document_fill_serves()}
                  help={m.document_fill_serves_help()}
                  optional
                  defaultValue={params.get("serves") ?? ""}
                />
                <Failed because={act.failed} />
                <p>
                  <Button type="submit" primary disabled={act.busy}>
                    {m.document_fill_keep()}
                  </Button>
                </p>
              </div>
            )}
          </Form>
        </div>
      </Row>
    </Ruled>
  );
}
