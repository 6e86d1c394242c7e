import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { benchFilter, useBenchSearch } from "../features/bench/filter.ts";
import { MarkedPassages } from "../features/bench/MarkedPassages.tsx";
import { MarkPanel, type MarkPanelHandle } from "../features/bench/MarkPanel.tsx";
import { ReadForm, readContributions } from "../features/bench/ReadForm.tsx";
import { SentencePicker } from "../features/bench/SentencePicker.tsx";
import { standsIn } from "../features/contribution/Words.tsx";
import type { Stretch } from "../features/bench/sentences.ts";
import styles from "../features/bench/Bench.module.css";
import type { BenchReadPage, BenchReadPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { authorOf } from "../i18n/voices.ts";
import { paths } from "../paths.ts";
import { Button, ButtonLink } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Icon } from "../ui/Icon.tsx";
import { More } from "../ui/More.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";
import { When } from "../ui/When.tsx";

const query: TypedDocumentNode<BenchReadPage, BenchReadPageVariables> = gql`
  query BenchReadPage($id: ID!, $filter: BenchFilter) {
    bench {
      toRead(filter: $filter)
      readToday
      contribution(id: $id, filter: $filter) {
        id
        isRead
        canMark
        nextId
        previousId
        contribution {
          id
          body
          authorName
          organisationName
          peopleCount
          revision
          contributedOn
          territory {
            id
            name
          }
          region {
            id
            name
          }
          question {
            id
            code
            label
          }
          passages {
            id
            startsAt
            contributionRevision
            endsAt
          }
          objective {
            id
            slug
            name
            number
            ...MarkPanel_objective
          }
          ...MarkedPassages_contribution
        }
      }
    }
    axes {
      id
      themes {
        id
        slug
        title
      }
    }
  }
  ${MarkPanel.fragment}
  ${MarkedPassages.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {
    id: args.params.contributionId!,
    filter: benchFilter(new URL(args.request.url).searchParams),
  });

/** One contribution to be read: its words on the left, what they say on the right. */
export function Component() {
  const { bench, axes } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!bench.contribution) return <Gone />;
  return <Reading item={bench.contribution} bench={bench} axes={axes} key={bench.contribution.id} />;
}

const Gone = () => (
  <Ruled>
    <PageHead title={m.bench_gone()}>
      <More to={paths.bench()} icon={null}>
        {m.bench_back()}
      </More>
    </PageHead>
  </Ruled>
);

interface Props {
  item: NonNullable<BenchReadPage["bench"]["contribution"]>;
  bench: BenchReadPage["bench"];
  axes: BenchReadPage["axes"];
}

function Reading({ item, bench, axes }: Props) {
  const { contribution } = item;
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const panel = useRef<MarkPanelHandle>(null);
  const navigate = useNavigate();
  const search = useBenchSearch();
  const [read, { loading, error }] = useMutation(readContributions);

  const next = () => void navigate(item.nextId ? paths.benchRead(item.nextId) + search : paths.bench() + search);
  const nothingToAdd = (reason: "NOTHING_TO_ADD" | null) =>
    void read({ variables: { input: { contributionIds: [contribution.id], notRetained: reason } } }).then(
      ({ data }) => data?.readContributions.problems.length === 0 && next(),
    );
  const isMarked = contribution.passages.length > 0;

  /** The shortcuts, while the text has the focus. */
  const onKey = (key: string) => {
    if (/^[1-9]$/.test(key)) return panel.current?.give(Number(key)) ?? false;
    if (key === "n") panel.current?.writeNew();
    else if (key === "r") nothingToAdd(isMarked ? null : "NOTHING_TO_ADD");
    else if (key === "j") next();
    else return false;
    return true;
  };

  const where = contribution.territory?.name ?? contribution.region?.name;
  return (
    <Ruled>
      <PageHead
        margin={m.bench_to_read({ count: bench.toRead })}
        note={bench.readToday > 0 ? m.bench_read_today({ count: bench.readToday }) : undefined}
        kicker={contribution.objective ? `${contribution.objective.number}. ${contribution.objective.name}` : undefined}
        title={contribution.question?.label ?? m.bench_free()}
        tab={m.bench_title()}
      >
        <p className="cluster quiet">
          <span>{authorOf(contribution)}</span>
          {where && <span>{where}</span>}
          <When date={contribution.contributedOn} format="short" />
          {item.isRead && <span>{m.bench_is_read()}</span>}
        </p>
      </PageHead>
      <Row margin={m.bench_words()} note={m.bench_keys()}>
        <div className={styles.desk}>
          <div className="flow">
            {item.canMark ? (
              <SentencePicker
                text={contribution.body}
                marked={contribution.passages
                  .filter(standsIn(contribution))
                  .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))}
                chosen={chosen}
                onChoose={setChosen}
                onKey={onKey}
              />
            ) : (
              <>
                <Notice tone="info">{m.bench_unpublished()}</Notice>
                <blockquote className="verbatim" lang="fr">
                  {contribution.body}
                </blockquote>
              </>
            )}
            {error && <Notice tone="warn">{m.bench_not_saved()}</Notice>}
            <div className="cluster">
              <Button primary disabled={loading} onClick={() => nothingToAdd(isMarked ? null : "NOTHING_TO_ADD")}>
                {isMarked ? m.bench_done() : m.bench_nothing()} <Icon name="arrow" />
              </Button>
              {item.previousId && (
                <ButtonLink small to={paths.benchRead(item.previousId) + search}>
                  {m.bench_previous()}
                </ButtonLink>
              )}
              {item.nextId && (
                <ButtonLink small to={paths.benchRead(item.nextId) + search}>
                  {m.bench_next()}
                </ButtonLink>
              )}
            </div>
            {!isMarked && (
              <ReadForm contributionId={contribution.id} themes={axes.flatMap(({ themes }) => themes)} onRead={next} />
            )}
            <MarkedPassages contribution={contribution} />
            <Disclosure summary={m.bench_shortcuts()}>
              <p className="prose">{m.bench_shortcuts_list()}</p>
            </Disclosure>
            <More to={paths.bench() + search} icon={null}>
              {m.bench_back()}
            </More>
          </div>
          {item.canMark && contribution.objective && (
            <MarkPanel
              contributionId={contribution.id}
              objective={contribution.objective}
              text={contribution.body}
              chosen={chosen}
              onMarked={() => setChosen(null)}
              ref={panel}
            />
          )}
        </div>
      </Row>
    </Ruled>
  );
}
