import { useReadQuery } from "../../graphql/read.ts";
import { told } from "../../shared/counted.ts";
import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { answerTexts, joinTexts, undoAnswers } from "../../features/curation/curation.mutations.tsx";
import { curationItem, CurationList } from "../../features/curation/CurationList.tsx";
import type {
  CurationKind,
  CurationPage,
  CurationPageVariables,
  CurationList_item,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Key } from "../../ui/Key.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { Style } from "../../ui/Style.tsx";
import { useAct } from "../../ui/useAct.ts";
import sheet from "../../ui/difference.css?url";
import { WritingArea } from "../../ui/WritingArea.tsx";
import styles from "../../features/curation/Curation.module.css";
import { GroupLink } from "../../shared/GroupLink.tsx";
import { refuse } from "./allowed.ts";

const query: TypedDocumentNode<CurationPage, CurationPageVariables> = gql`
  query CurationPage($slug: String!, $after: String, $objections: ID, $silent: ID) {
    viewer {
      id
    }
    group(slug: $slug) {
      id
      slug
      name
      curation {
        count
        since
        items(first: 20, after: $after) {
          nodes {
            ...CurationList_item @unmask
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
        objections(after: $objections) {
          id
          text
          proposal {
            id
            slug
            number
          }
        }
        silent(after: $silent) {
          since
          slots
          proposal {
            id
            slug
            title
          }
        }
      }
    }
  }
  ${curationItem}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const from = { after: params.get("after"), objections: params.get("objections"), silent: params.get("silent") };
  return preload(args, query, { slug: args.params.slug!, ...from }, ({ group, viewer }) =>
    group ? (group.curation ?? refuse(viewer ? 403 : 401)) : null,
  );
};

/** The last act: answers, which can be taken back; an amendment in the text; or answers taken back. */
type Done = { act: string; count: number } | { version: number; to: string } | "undone";

/** Most lines of a list that has no pages of its own: a full one goes on. */
const longest = 50;

/** The kind and id of a text of this desk. */
const nameOf = (id: string) => {
  const [kind, textId] = id.split(":");
  return { kind: kind as CurationKind, textId: textId! };
};

/** Supplies to the proposals of a group, and texts that wait for an answer of the team. */
export function Component() {
  const { group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, name, curation } = group!;
  const { count, since, items, objections, silent } = curation!;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const answer = useAct(answerTexts, ["CurationPage"]);
  const alone = useAct(answerTexts, ["CurationPage"]);
  const join = useAct(joinTexts, ["CurationPage"]);
  const undo = useAct(undoAnswers, ["CurationPage"]);
  const chosen = items.nodes.filter(({ id }) => ticked.has(id));
  const finish = (said: { act: string | null; count: number | null } | null) => {
    if (!said?.act) return;
    setTicked(new Set());
    setDone({ act: said.act, count: said.count ?? 0 });
  };
  const kept = `curation:${slug}`;
  const send = async (fields: FormData) => {
    const said = await answer.run({
      group: slug,
      texts: chosen.map(({ id }) => nameOf(id)),
      reason: fields.get("reason") as string,
    });
    if (said) forgetKept(kept);
    finish(said);
  };
  const answered = async ({ id }: CurationList_item, reason: string) => {
    const said = await alone.run({ group: slug, texts: [nameOf(id)], reason });
    finish(said);
    return !!said;
  };
  const joined = async ({ id, near }: CurationList_item) => {
    if (near) finish(await join.run({ group: slug, text: nameOf(id), into: nameOf(near.id) }));
  };
  const takeBack = async (act: string) => {
    if (await undo.run({ act })) setDone("undone");
  };
  const late = [answer, alone, join, undo].some(({ problems }) => problems.some(({ code }) => code === "NOT_NOW"));
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        kicker={<GroupLink slug={slug} name={name} />}
        margin={count > 0 ? told(count, m.curation_to_see, m.curation_to_see_more) : undefined}
        note={since && m.curation_since({ date: formatDate(since) })}
        title={count > 0 ? told(count, m.curation_head, m.curation_head_more) : m.curation_none()}
        tab={m.curation_title()}
        lead={<p>{m.curation_lead()}</p>}
      />
      <Row>
        {late && (
          <Notice tone="warn" live>
            {m.curation_late()}
          </Notice>
        )}
        {done && !late && (
          <Notice tone="done" live>
            {done === "undone" ? (
              m.curation_undone()
            ) : "to" in done ? (
              <>
                {m.curation_accepted({ version: done.version })} <More to={done.to}>{m.curation_accepted_see()}</More>
              </>
            ) : (
              <span className="cluster">
                {m.curation_done({ count: done.count })}
                <Button small disabled={undo.busy} onClick={() => void takeBack(done.act)}>
                  {m.curation_undo()} <Key>U</Key>
                </Button>
              </span>
            )}
          </Notice>
        )}
        <Failed because={join.failed ?? undo.failed} />
        {items.nodes.length > 0 && (
          <>
            <div className={chosen.length > 0 ? styles.answer : undefined}>
              <Form
                problems={answer.problems.filter(({ code }) => code !== "NOT_NOW")}
                busy={answer.busy}
                label={m.curation_answer()}
                onSubmit={(fields) => void send(fields)}
              >
                <h2>{chosen.length > 0 ? m.curation_chosen({ count: chosen.length }) : m.curation_chosen_none()}</h2>
                {chosen.length > 0 && (
                  <>
                    <WritingArea
                      name="reason"
                      label={m.curation_reason()}
                      help={m.curation_reason_help()}
                      rows={3}
                      maxLength={limits["proposal.stateReason"]}
                    />
                    <KeptFields name={kept} />
                    <Failed because={answer.failed} />
                    <Button primary type="submit" disabled={answer.busy}>
                      {m.curation_answer()}
                    </Button>
                  </>
                )}
              </Form>
            </div>
            <CurationList
              items={items.nodes}
              chosen={new Set(chosen.map(({ id }) => id))}
              onChoose={setTicked}
              onJoin={(item) => void joined(item)}
              onAnswer={answered}
              answer={{ problems: alone.problems, failed: alone.failed }}
              onAccepted={(item, version) =>
                setDone({ version, to: paths.amendment(item.proposal!.slug, nameOf(item.id).textId) })
              }
              onUndo={
                done && done !== "undone" && "act" in done && !undo.busy ? () => void takeBack(done.act) : undefined
              }
              busy={join.busy || alone.busy}
            />
          </>
        )}
        <Pager pageInfo={items.pageInfo} label={m.curation_list()} />
      </Row>
      {objections.length > 0 && (
        <Row id="objections" heading={m.curation_objections()} margin={`${objections.length}`}>
          <ul className="flow">
            {objections.map(({ id, text, proposal }) => (
              <li key={id}>
                <Link to={`${paths.proposalEdit(proposal.slug)}#objections`} lang={contentLang()}>
                  {text}
                </Link>
                <div className="quiet">{m.reading_proposal_number(proposal)}</div>
              </li>
            ))}
          </ul>
          {objections.length === longest && (
            <More to={`${paths.curation(slug, { objections: objections.at(-1)!.id })}#objections`}>
              {m.curation_more()}
            </More>
          )}
        </Row>
      )}
      {silent.length > 0 && (
        <Row id="silent" heading={m.curation_silent()} note={m.curation_silent_note()}>
          <ul className="flow">
            {silent.map(({ proposal, slots, since: day }) => (
              <li key={proposal.id}>
                <Link to={paths.proposal(proposal.slug)} lang={contentLang()}>
                  {proposal.title}
                </Link>
                <div className="quiet">{m.curation_silent_slots({ count: slots.length, date: formatDate(day) })}</div>
              </li>
            ))}
          </ul>
          {silent.length === longest && (
            <More to={`${paths.curation(slug, { silent: silent.at(-1)!.proposal.id })}#silent`}>
              {m.curation_more()}
            </More>
          )}
        </Row>
      )}
      <Row heading={m.reading_proposals()} margin={m.reading_proposals_margin()}>
        <p className="cluster">
          <More to={paths.readingKeyPoints({ group: slug })}>{m.reading_proposals_open()}</More>
          <More to={paths.proposals({ state: "DRAFT" })}>{m.reading_drafts_all()}</More>
          <More to={paths.proposals({ state: "OPEN" })}>{m.reading_open_all()}</More>
        </p>
      </Row>
      {(objections.length === 0 || silent.length === 0) && (
        <Row>
          <p className="quiet">
            {objections.length === 0 && m.curation_objections_none()} {silent.length === 0 && m.curation_silent_none()}
          </p>
        </Row>
      )}
    </Ruled>
  );
}
