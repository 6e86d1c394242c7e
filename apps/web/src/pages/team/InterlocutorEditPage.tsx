import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";
import { interlocutorSheet, officeFieldsOf, sentFields } from "../../features/interlocutor/fields.tsx";
import { editInterlocutor } from "../../features/interlocutor/interlocutor.mutations.tsx";
import { InterlocutorForm } from "../../features/interlocutor/InterlocutorForm.tsx";
import { MergeOffices } from "../../features/interlocutor/MergeOffices.tsx";
import { MergedOffices } from "../../features/interlocutor/MergedOffices.tsx";
import { RemoveOffice } from "../../features/interlocutor/RemoveOffice.tsx";
import type { InterlocutorEditPage, InterlocutorEditPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Leave } from "../../ui/Leave.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { regionsToChoose, termChoice } from "../../shared/choices.tsx";
import { allowed } from "./allowed.ts";

sayHandoverProblems();

const query: TypedDocumentNode<InterlocutorEditPage, InterlocutorEditPageVariables> = gql`
  query InterlocutorEditPage($slug: String!) {
    viewer {
      id
    }
    interlocutor(slug: $slug) {
      id
      ...InterlocutorSheet @unmask
      viewerCan {
        edit
      }
      asks {
        id
      }
      handovers {
        id
      }
      merged {
        id
        name
        slug
        mergedOn
        asks
        handovers
      }
    }
    interlocutors(first: 50) {
      id
      slug
      name
    }
    categories: terms(kind: INTERLOCUTOR_CATEGORY) {
      ...TermChoice_term @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${interlocutorSheet}
  ${termChoice}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ interlocutor, viewer }) =>
    allowed(interlocutor?.viewerCan.edit, viewer),
  );

/** Entry of an office, changed by the keepers of the register; and the merge of two entries of one office. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.interlocutor!;
  return (
    <Ruled>
      <Leave />
      <PageHead
        title={it.name}
        lang={contentLang()}
        tab={m.interlocutor_edit()}
        kicker={<Link to={paths.interlocutor(it.slug)}>{m.interlocutor_edit()}</Link>}
      />
      <Editing data={data} key={it.id} />
      <Row heading={m.interlocutor_merge()}>
        <MergeOffices office={it} others={data.interlocutors} />
        <MergedOffices merged={it.merged} />
        <RemoveOffice id={it.id} version={it.version} />
      </Row>
    </Ruled>
  );
}

function Editing({ data: { interlocutor, categories, regions } }: { data: InterlocutorEditPage }) {
  const it = interlocutor!;
  const act = useAct(editInterlocutor, ["InterlocutorEditPage"]);
  const editing = useEditing({
    id: `interlocutor ${it.id}`,
    name: m.interlocutor_form(),
    version: it.version,
    fields: officeFieldsOf(it),
    save: async (fields, _, version) => !!(await act.run({ id: it.id, version, fields: sentFields(fields) })),
  });
  return (
    <Row>
      <InterlocutorForm id={it.id} {...{ editing, categories, regions, ...act }} />
    </Row>
  );
}
