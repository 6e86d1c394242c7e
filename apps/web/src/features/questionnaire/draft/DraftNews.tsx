import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useContext } from "react";
import { Link } from "react-router-dom";
import { contentLang } from "../../../i18n/content.ts";
import { basenameOf } from "../../../i18n/locale.ts";
import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ShareButton } from "../../../ui/ShareButton.tsx";
import type { Draft } from "./draft.ts";
import type { DraftKeeper, DraftKept } from "./keeper.ts";
import { PlaceContext } from "../place.ts";
import { type Part, partOf } from "../parts.ts";
import { anchorOf, type Questionnaire } from "../question.ts";

interface Props {
  keeper: DraftKeeper;
  kept: DraftKept;
  questionnaire: Questionnaire;
  parts: readonly Part[];
}

interface EraseProps {
  changing: boolean;
  open: boolean;
  onErase: () => void;
  onKeep: () => void;
}

/** Asks before a draft is erased: there is no copy of it. */
export const EraseDialog = ({ changing, open, onErase, onKeep }: EraseProps) => (
  <Dialog open={open} onClose={onKeep} title={m.questionnaire_draft_erase_title()}>
    <p>{changing ? m.response_edit_erase() : m.questionnaire_draft_erase_text()}</p>
    <p className="cluster">
      <Button onClick={onErase}>{m.questionnaire_draft_erase()}</Button>
      <Button primary data-first onClick={onKeep}>
        {m.questionnaire_draft_keep()}
      </Button>
    </p>
  </Dialog>
);

/** Changes of the draft outside this tab, or before this visit. */
export function DraftNews({ keeper, kept, questionnaire, parts }: Props) {
  const sibling = keeper.sibling();
  if (kept.gone)
    return (
      <Notice tone="warn" live>
        <p>{keeper.changing ? m.response_edit_gone() : m.questionnaire_draft_gone()}</p>
        <p className="cluster">
          <Button small onClick={() => keeper.keepAsNew()}>
            {m.questionnaire_draft_gone_keep()}
          </Button>
          {keeper.changing ? (
            <Link to=".." relative="path">
              {m.response_edit_gone_see()}
            </Link>
          ) : (
            <Button small onClick={() => keeper.erase()}>
              {m.questionnaire_draft_gone_new()}
            </Button>
          )}
        </p>
      </Notice>
    );
  if (sibling)
    return (
      <Notice live>
        <p>{m.questionnaire_draft_sibling()}</p>
        <p>
          <Button small onClick={() => keeper.open(sibling)}>
            {m.questionnaire_draft_sibling_open()}
          </Button>
        </p>
      </Notice>
    );
  return <Changes {...{ keeper, kept, questionnaire, parts }} />;
}

/** « Deux questions ont changé depuis votre brouillon »: which ones, and what was written for those that are gone. */
function Changes({ keeper, kept: { draft }, questionnaire, parts }: Props) {
  const { hrefOf } = useContext(PlaceContext);
  const since = draft.revision ?? 1;
  const asked = questionnaire.sections.flatMap(({ questions }) => questions);
  const changed = asked.filter(({ type, since: from }) => type !== "TEXT_BLOCK" && from > since);
  const known = new Set(asked.map(({ id }) => anchorOf(id)));
  const lost = Object.entries(draft.answers).filter(([key]) => !known.has(anchorOf(key)));
  return (
    <Notice tone="warn" live>
      <p>{changed.length > 0 ? m.questionnaire_changed({ count: changed.length }) : m.questionnaire_changed_some()}</p>
      {changed.length > 0 && (
        <ul lang={contentLang()}>
          {changed.map(({ id, label }) => (
            <li key={id}>
              <Link to={`${hrefOf(questionnaire.slug, partOf(parts, id)?.number)}#${anchorOf(id)}`}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
      {lost.length > 0 && (
        <>
          <p>{m.questionnaire_changed_lost({ count: lost.length })}</p>
          {lost.map(([key, value]) => (
            <p className="verbatim" lang={contentLang()} key={key}>
              {typeof value === "object" ? Object.values(value).join(", ") : `${value}`}
            </p>
          ))}
        </>
      )}
      <p>
        <Button small onClick={() => keeper.note({ revision: questionnaire.revision })}>
          {m.questionnaire_changed_seen()}
        </Button>
      </p>
    </Notice>
  );
}

interface LinkProps {
  open: boolean;
  draft: Draft;
  server: DraftKept["server"];
  onClose: () => void;
}

/** The link by which a draft is taken up on another device: anybody who has it reads and writes the draft. */
export function LinkDialog({ open, draft, server, onClose }: LinkProps) {
  const prefix = basenameOf(getLocale()).replace(/\/$/, "");
  const address = prefix + paths.draft(draft.server!.token);
  return (
    <Dialog open={open} onClose={onClose} title={m.questionnaire_draft_link()}>
      <p>{m.questionnaire_draft_link_text()}</p>
      {server === "away" && <Notice tone="warn">{m.questionnaire_draft_link_away()}</Notice>}
      <TextField
        name="link"
        label={m.questionnaire_draft_link_label()}
        value={new URL(address, location.href).href}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="cluster">
        <CopyButton text={new URL(address, location.href).href} />
        <ShareButton url={address} title={draft.title}>
          {m.questionnaire_draft_link_share()}
        </ShareButton>
      </p>
      <p className="quiet">{m.questionnaire_draft_link_secret()}</p>
    </Dialog>
  );
}
