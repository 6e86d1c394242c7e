import { firstReactions } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { ReactionList, reactionCount } from "../../features/reaction/ReactionList.tsx";
import { ReactionActs } from "../../features/reaction/Reactions.tsx";
import { WellCited } from "../../features/synthesis/WellCited.tsx";
import type { NotRetainedReason, SynthesisPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Fold, Folds, Part } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import styles from "./Synthesis.module.css";
import { Quotes } from "./SynthesisParagraphs.tsx";
import { groupBy } from "../../ui/es2024.ts";

type Synthesis = NonNullable<SynthesisPage["synthesis"]>;

interface Props {
  synthesis: Synthesis;
  version: NonNullable<Synthesis["versionNumbered"]>;
  /** The address names the version. */
  named: boolean;
}

/** The third zone of a point d'étape: who was not heard, what comes next, what can be said; then how it was made. */
export function SynthesisNow({ synthesis: it, version, named }: Props) {
  const { objective, coverage, reactions } = it;
  return (
    <Row id="now" heading={m.proposal_now()}>
      <div className={styles.now}>
        <div className="flow">
          <Part heading={m.synthesis_not_heard()}>
            <List items={version.notHeard} />
          </Part>
          {version.nextSteps.length > 0 && (
            <Part heading={m.synthesis_next()}>
              <List items={version.nextSteps} />
            </Part>
          )}
        </div>
        {version.decisions.length > 0 && (
          <Part heading={m.synthesis_decisions()}>
            <List items={version.decisions} />
          </Part>
        )}
        <div className="no-print">
          <Card id="say">
            <Part heading={m.proposal_say()}>
              <ReactionActs subject="SYNTHESIS" subjectId={it.id} reactions={reactions} />
            </Part>
          </Card>
        </div>
      </div>
      <Folds>
        {reactions.length > 0 && (
          <Fold id="reactions" heading={m.reaction_title()} note={reactionCount(reactions, firstReactions)}>
            <More to={paths.synthesisReactions(it.slug)}>{m.synthesis_reactions_all()}</More>
            <ReactionList subject="SYNTHESIS" subjectId={it.id} reactions={reactions} first={firstReactions} />
          </Fold>
        )}
        <Quotes slug={it.slug} version={version} />
        <Fold heading={m.proposal_coverage()}>
          {coverage.responses > 0 && <CoverageNote coverage={coverage} />}
          <More to={paths.objective(objective.slug)}>{m.synthesis_to_coverage()}</More>
        </Fold>
        <Fold heading={m.synthesis_method()}>
          <p className="prose" lang={contentLang()}>
            {version.method}
          </p>
          {version.publishedAlone && <p className="quiet">{m.synthesis_alone()}</p>}
        </Fold>
        <Fold heading={m.synthesis_annex()}>
          <p className="prose">
            {m.synthesis_accounting(version.accounting)} {reasonsOf(version.setAside)}
          </p>
          <More to={paths.synthesisAnnex(it.slug, named ? version.version : undefined)}>
            {m.synthesis_annex_read()}
          </More>
        </Fold>
        <Fold heading={m.synthesis_versions()} note={it.versions.length}>
          {version.changes && (
            <p className="prose" lang={contentLang()}>
              {version.changes}
            </p>
          )}
          <p className="cluster">
            {version.version > 1 && (
              <More to={paths.synthesisDifference(it.slug, version.version - 1, version.version)}>
                {m.synthesis_compare({ from: version.version - 1, to: version.version })}
              </More>
            )}
            <More to={paths.synthesisVersions(it.slug)}>{m.synthesis_versions_all({ count: it.versions.length })}</More>
          </p>
        </Fold>
        {version.citationCounts.asked > 0 && (
          <Fold id="well-cited" heading={m.synthesis_well_cited()}>
            <WellCited version={version} />
          </Fold>
        )}
      </Folds>
    </Row>
  );
}

/** « Déjà dit (12), hors sujet (2). » */
function reasonsOf(setAside: readonly { reason: NotRetainedReason }[]) {
  const counts = groupBy(setAside, ({ reason }) => reason);
  const said = [...counts].map(([reason, { length: count }]) =>
    m.synthesis_set_aside_for({ reason: notRetainedNames[reason](), count }),
  );
  return said.length > 0 && `${said.join(", ")}.`;
}

const List = ({ items }: { items: readonly string[] }) => (
  <div className="prose" lang={contentLang()}>
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </div>
);
