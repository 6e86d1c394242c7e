import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { type LoaderFunctionArgs, useHref, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { unsentOf } from "../../features/paper/unsent.ts";
import { Persona } from "../../features/person/Personas.tsx";
import { keepAskedPage } from "../../shared/askedPage.ts";
import { usePost } from "../../shared/post.ts";
import { SignInForm } from "../../features/person/SignInForm.tsx";
import { readDraft } from "../../features/questionnaire/draft/draft.ts";
import { forgetLater } from "../../features/questionnaire/draft/forgetting.ts";
import type { SignInPage, SignInPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { roleNames } from "../../shared/roles.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ownTexts } from "../../ui/ownTexts.ts";
import { shelf } from "../../ui/shelf.ts";

const query: TypedDocumentNode<SignInPage, SignInPageVariables> = gql`
  query SignInPage {
    sessionAwaits
    viewer {
      id
      displayName
      roles {
        role
      }
    }
    demoPersonas {
      id
      ...Personas_persona
    }
  }
  ${Persona.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Sign-in of the team; nobody needs it to answer. */
export function Component() {
  const { viewer, demoPersonas, sessionAwaits } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [search] = useSearchParams();
  const erased = search.has("erased");
  const to = viewer ? null : search.get("to");
  useEffect(() => {
    if (to) keepAskedPage(to);
  }, [to]);
  return (
    <Ruled>
      {viewer ? (
        <SignedIn viewer={viewer} />
      ) : sessionAwaits === "CODE" ? (
        <PageHead title={m.person_sign_in()}>
          <ButtonLink primary to={paths.signInCode()}>
            {m.person_give_code()}
          </ButtonLink>
        </PageHead>
      ) : (
        <PageHead title={m.person_sign_in()} lead={m.person_sign_in_lead()}>
          {erased && <Notice tone="done">{m.personal_account_erased()}</Notice>}
          <SignInForm />
          <More to={paths.follow()}>{m.person_follow_instead()}</More>
        </PageHead>
      )}
      {demoPersonas && (
        <Row heading={m.person_demo()} margin={m.person_demo_margin()} note={m.person_demo_note()}>
          <ul className="cards">
            {demoPersonas.map((persona) => (
              <Persona persona={persona} key={persona.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}

/** Sign-out: what is on this device is asked about first, sheets that have not left and texts that were begun. */
function SignedIn({ viewer }: { viewer: NonNullable<SignInPage["viewer"]> }) {
  const [asked, setAsked] = useState<"" | "sheets" | "texts">("");
  const sheets = unsentOf(viewer.id).length;
  const texts = ownTexts();
  const home = useHref(paths.home());
  const [everywhere, setEverywhere] = useState(false);
  const left = () => location.assign(home);
  const [endHere, { busy: endsHere }] = usePost("/auth/sign-out", left);
  const [endAll, { busy: endsAll }] = usePost("/auth/sign-out-everywhere", left);
  const busy = endsHere || endsAll;
  const signOut = (all = everywhere) => void (all ? endAll({}) : endHere({}));
  const ask = (all: boolean) => {
    setEverywhere(all);
    const first = sheets > 0 ? "sheets" : texts.length > 0 ? "texts" : "";
    setAsked(first);
    if (!first) signOut(all);
  };
  const roles = [...new Set(viewer.roles.map(({ role }) => role))];
  return (
    <PageHead
      title={viewer.displayName || m.person_account()}
      tab={m.person_account()}
      lead={roles.length ? roles.map((role) => roleNames[role]()).join(", ") : m.person_participant()}
    >
      <div className="cluster">
        <ButtonLink primary to={paths.desk()}>
          {m.person_to_desk()}
        </ButtonLink>
        <Button disabled={busy} onClick={() => ask(false)}>
          {m.person_sign_out()}
        </Button>
        <Button disabled={busy} onClick={() => ask(true)}>
          {m.person_sign_out_everywhere()}
        </Button>
      </div>
      <Dialog open={asked === "sheets"} onClose={() => setAsked("")} title={m.paper_queue_count({ count: sheets })}>
        <p>{m.person_sign_out_unsent()}</p>
        <div className="cluster">
          <Button primary onClick={() => setAsked("")}>
            {m.person_stay()}
          </Button>
          <Button disabled={busy} onClick={() => (texts.length ? setAsked("texts") : signOut())}>
            {m.person_sign_out_anyway()}
          </Button>
        </div>
      </Dialog>
      <Dialog
        open={asked === "texts"}
        onClose={() => setAsked("")}
        title={m.person_sign_out_texts({ count: texts.length })}
      >
        <p>{m.person_sign_out_texts_lead()}</p>
        <div className="cluster">
          <Button disabled={busy} onClick={() => signOut()}>
            {m.person_sign_out_keep()}
          </Button>
          <Button disabled={busy} onClick={() => void eraseTexts().then(() => signOut())}>
            {m.person_sign_out_erase()}
          </Button>
        </div>
      </Dialog>
    </PageHead>
  );
}

/** Erases what this person began to write, on this device and on the server. */
async function eraseTexts() {
  for (const name of ownTexts()) {
    const token = readDraft(shelf, name)?.server?.token;
    if (token) forgetLater(token);
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    await shelf.erase(name).catch(() => undefined);
  }
}
