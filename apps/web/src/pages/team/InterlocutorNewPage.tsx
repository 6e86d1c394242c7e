import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useEffect, useRef } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";
import { noOffice, sentFields } from "../../features/interlocutor/fields.tsx";
import { registerInterlocutor } from "../../features/interlocutor/interlocutor.mutations.tsx";
import { InterlocutorForm } from "../../features/interlocutor/InterlocutorForm.tsx";
import type { InterlocutorNewPage, InterlocutorNewPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { editingPlace, useEditing } from "../../ui/useEditing.ts";
import { regionsToChoose, termChoice } from "../../shared/choices.tsx";
import { keptId } from "../../ui/keptKey.ts";

sayHandoverProblems();

const query: TypedDocumentNode<InterlocutorNewPage, InterlocutorNewPageVariables> = gql`
  query InterlocutorNewPage {
    viewer {
      id
    }
    categories: terms(kind: INTERLOCUTOR_CATEGORY) {
      ...TermChoice_term @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${termChoice}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "viewer");

/** An office for the register: those that may be the same are shown while it is typed. */
export function Component() {
  const { categories, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const id = "interlocutor new";
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const act = useAct(registerInterlocutor);
  const unsaved = use(UnsavedContext);
  const editing = useEditing({
    id,
    name: m.interlocutor_new(),
    version: 0,
    fields: noOffice,
    save: async (fields) => {
      const done = await act.run({ key: (key.current ??= keptId(editingPlace(id))), fields: sentFields(fields) });
      const slug = done?.interlocutor?.slug;
      if (!slug) return false;
      unsaved.forget();
      void navigate(paths.interlocutor(slug));
      return true;
    },
  });
  // As a response named it: from the reading desk.
  const named = useSearchParams()[0].get("name");
  const { set } = editing;
  const latest = useRef(set);
  useEffect(() => {
    if (named) latest.current({ name: named.slice(0, limits["interlocutor.name"]) });
  }, [named]);
  return (
    <Ruled>
      <PageHead
        title={m.interlocutor_new()}
        kicker={<Link to={paths.interlocutors()}>{m.interlocutor_title()}</Link>}
        lead={m.interlocutor_new_lead()}
      />
      <Row>
        <InterlocutorForm {...{ editing, categories, regions, ...act }} />
      </Row>
    </Ruled>
  );
}
