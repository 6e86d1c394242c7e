import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use } from "react";
import { Link, type LoaderFunctionArgs, useHref, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { SaidFields, saidIn, servesIn } from "../../features/document/SaidFields.tsx";
import { accepted, useSendDocument } from "../../features/document/sendDocument.ts";
import type { DocumentNewPage, DocumentNewPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<DocumentNewPage, DocumentNewPageVariables> = gql`
  query DocumentNewPage {
    viewer {
      id
    }
    viewerCan {
      launchGroups
    }
    documentDesk {
      groups {
        id
        slug
        name
      }
    }
    groups {
      id
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "viewer");

const kept = "document:new";

/** A file to put on line, with what is said of it. */
export function Component() {
  const { documentDesk, groups: all, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { groups } = documentDesk;
  const [params] = useSearchParams();
  const unsaved = use(UnsavedContext);
  const there = useHref(paths.document(":slug"));
  const { send, problems, busy, failed } = useSendDocument();
  const submit = async (fields: FormData) => {
    const said = new URLSearchParams(saidIn(fields));
    for (const address of servesIn(fields)) said.append("serves", address);
    const slug = await send(`/groups/${fields.get("group") as string}/documents`, fields.get("file"), said);
    if (slug === null) return;
    forgetKept(kept);
    unsaved.forget();
    location.assign(there.replace(":slug", slug));
  };
  return (
    <Ruled>
      <PageHead
        title={m.document_add()}
        kicker={<Link to={paths.documents()}>{m.document_title()}</Link>}
        lead={m.document_add_lead()}
      />
      <Row>
        {groups.length === 0 ? (
          <Empty title={all.length === 0 ? m.document_no_group() : m.document_add_role()}>
            {all.length === 0 && viewerCan.launchGroups && (
              <ButtonLink to={paths.groupNew()}>{m.launch_title()}</ButtonLink>
            )}
          </Empty>
        ) : (
          <Form label={m.document_add()} problems={problems} busy={busy} onSubmit={(fields) => void submit(fields)}>
            <TextField
              name="file"
              type="file"
              accept={accepted}
              label={m.document_file()}
              help={m.document_file_help()}
            />
            <Select
              name="group"
              label={m.document_field_group()}
              defaultValue={groups.find(({ slug }) => slug === params.get("group"))?.slug ?? groups[0]!.slug}
            >
              {groups.map(({ id, slug, name }) => (
                <option lang={contentLang()} value={slug} key={id}>
                  {name}
                </option>
              ))}
            </Select>
            <SaidFields said={{ serves: params.get("serves") ?? "" }} />
            <KeptFields name={kept} />
            <Failed because={failed} />
            {busy && <Notice live>{m.document_sending()}</Notice>}
            <Button type="submit" primary disabled={busy}>
              {m.document_send()}
            </Button>
          </Form>
        )}
      </Row>
    </Ruled>
  );
}
