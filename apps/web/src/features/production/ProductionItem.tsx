import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useId } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  ProductionItem_production,
  PublishProduction,
  PublishProductionVariables,
  RemakeProduction,
  RemakeProductionVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Download } from "../../ui/Download.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { files } from "./production.files.ts";
import { failureNames, formatNames, kindNames, stepNames } from "./production.labels.ts";
import { Form } from "../../ui/Form.tsx";

const fragment: TypedDocumentNode<ProductionItem_production> = gql`
  fragment ProductionItem_production on Production {
    id
    kind
    format
    state
    progress
    step
    failure
    askedAt
    askedBy
    finishedAt
    size
    publishedAt
    fictional
    viewerCan {
      take
      publish
      remake
    }
  }
`;

const publish: TypedDocumentNode<PublishProduction, PublishProductionVariables> = gql`
  mutation PublishProduction($input: PublishProductionInput!) {
    publishProduction(input: $input) {
      ...Form_outcome @unmask
      production {
        id
        publishedAt
      }
    }
  }
  ${Form.fragment}
`;

const remake: TypedDocumentNode<RemakeProduction, RemakeProductionVariables> = gql`
  mutation RemakeProduction($input: RemakeProductionInput!) {
    remakeProduction(input: $input) {
      ...Form_outcome @unmask
      production {
        id
        state
        progress
        step
        failure
        finishedAt
        size
        viewerCan {
          take
          publish
          remake
        }
      }
    }
  }
  ${Form.fragment}
`;

/** A file that was asked for: how far it is, then where to take it; who may. */
export function ProductionItem({ production }: { production: FragmentType<ProductionItem_production> }) {
  const { data: it } = useSuspenseFragment({ fragment, from: production });
  const publishing = useAct(publish);
  const remaking = useAct(remake);
  const id = useId();
  const name = `${kindNames[it.kind]()}, ${formatNames[it.format]()}`;
  const isPublic = it.publishedAt !== null;
  const underWay = it.state === "WAITING" || it.state === "MAKING";
  return (
    <Card as="li">
      <h3 id={id}>{name}</h3>
      <p className="quiet">
        {it.askedBy
          ? m.production_asked_by({ name: it.askedBy, date: formatDate(it.askedAt, "short") })
          : m.production_asked_on({ date: formatDate(it.askedAt, "short") })}
        {it.size !== null && ` · ${m.production_size({ size: Math.max(1, Math.round(it.size / 1000)) })}`}
      </p>
      {underWay && (
        <p className="production-progress">
          <progress max={100} value={it.progress} aria-labelledby={id} />
          <span>{m.production_progress({ progress: it.progress, step: stepNames[it.step]() })}</span>
        </p>
      )}
      {it.failure && <Notice tone="warn">{failureNames[it.failure]()}</Notice>}
      {it.viewerCan.take && (
        <div className="cluster">
          <Download href={files.production(it.id)} label={m.production_take({ name })}>
            {m.export_download()}
          </Download>
          <Download href={files.productionTrace(it.id)} label={m.production_take_trace({ name })}>
            {m.production_trace()}
          </Download>
          <Chip tone={isPublic ? "done" : "neutral"}>
            {isPublic ? m.production_public() : m.production_team_only()}
          </Chip>
          {it.fictional && <Fictional />}
        </div>
      )}
      {(it.viewerCan.publish || it.viewerCan.remake) && (
        <div className="cluster">
          {it.viewerCan.publish && (
            <Button
              small
              disabled={publishing.busy}
              aria-describedby={id}
              onClick={() => void publishing.run({ id: it.id, public: !isPublic })}
            >
              {isPublic ? m.production_unpublish() : m.production_publish()}
            </Button>
          )}
          {it.viewerCan.remake && (
            <Button
              small
              disabled={remaking.busy}
              aria-describedby={id}
              onClick={() => void remaking.run({ id: it.id })}
            >
              {m.production_remake()}
            </Button>
          )}
        </div>
      )}
      <Failed because={publishing.failed ?? remaking.failed} />
    </Card>
  );
}

ProductionItem.fragment = fragment;
