import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { useState } from "react";
import { Link, useRevalidator } from "react-router-dom";
import type {
  Citation_citation,
  CitationVerdict,
  ReviewCitation,
  ReviewCitationVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import styles from "./Citation.module.css";

/** Words that are cited, where, and what was said of it: of a response, or of what somebody said at a meeting. */
export const citationOf: TypedDocumentNode<Citation_citation> = gql`
  fragment Citation_citation on OwnCitation {
    passage {
      id
      quote
      contribution {
        id
      }
    }
    keyPoint {
      id
      number
      nature
      sentence
      peopleCount
      regionCount
    }
    synthesis {
      id
      slug
      title
    }
    version {
      id
      version
      state
      circulatesUntil
    }
    paragraph {
      id
      text
    }
    review {
      verdict
      text
      reviewedOn
      resolution
      reply
    }
  }
`;

type Review = NonNullable<Citation_citation["review"]>;

const mutation: TypedDocumentNode<ReviewCitation, ReviewCitationVariables> = gql`
  mutation ReviewCitation($input: ReviewCitationInput!) {
    reviewCitation(input: $input) {
      problems {
        code
        field
        value
      }
      passage {
        id
      }
    }
  }
`;

/** Each has a colour and a drawn sign of its own; the one that was given is filled, with a tick. */
const verdicts: readonly { value: CitationVerdict; label: () => string; sign: IconName }[] = [
  { value: "FAITHFUL", label: m.response_verdict_FAITHFUL, sign: "speech" },
  { value: "TO_QUALIFY", label: m.response_verdict_TO_QUALIFY, sign: "pen" },
  { value: "DISTORTED", label: m.response_verdict_DISTORTED, sign: "cross" },
];

/** Thanks for each verdict: only DISTORTED must be settled before a version is published. */
const toldNames: Record<CitationVerdict, () => string> = {
  FAITHFUL: m.response_thanks,
  TO_QUALIFY: m.response_noted_to_qualify,
  DISTORTED: m.response_noted,
};

/**
 * « Êtes-vous bien cité ? »: what one's words went into, with how many others, the paragraph that says it, and whether it
 * is well said; then what the team did of it.
 */
export function Citation({ code, citation }: { code: string; citation: Citation_citation }) {
  const { passage, keyPoint, synthesis, version, paragraph, review } = citation;
  return (
    <Card as="aside" tone="note" id={`cited-${passage.id}`}>
      <p className="quiet">
        <q lang={contentLang()}>{passage.quote}</q>
      </p>
      {keyPoint && (
        <>
          <p>
            <Link to={paths.keyPoint(keyPoint.id)}>
              <b>
                {natureNames[keyPoint.nature]()} {keyPoint.number}
              </b>
            </Link>
            {m.response_with_others({ count: keyPoint.peopleCount - 1 })}
            {m.response_of_regions({ count: keyPoint.peopleCount > 1 ? keyPoint.regionCount : 0 })}
          </p>
          <p lang={contentLang()}>{keyPoint.sentence}</p>
        </>
      )}
      {synthesis && version ? (
        <>
          <p className="quiet">
            <Link to={paths.synthesis(synthesis.slug)} lang={contentLang()}>
              {synthesis.title}
            </Link>
            {" · "}
            {version.state === "CIRCULATING" && version.circulatesUntil
              ? m.trail_circulates({ version: version.version, date: formatDate(version.circulatesUntil) })
              : m.trail_version({ version: version.version })}
          </p>
          {paragraph?.text === "" && <p className="quiet">{m.trail_as_is()}</p>}
          {paragraph?.text && paragraph.text !== keyPoint?.sentence && (
            <>
              <p className="quiet">{m.trail_paragraph()}</p>
              <blockquote className="verbatim" lang={contentLang()}>
                {paragraph.text}
              </blockquote>
            </>
          )}
        </>
      ) : (
        <p className="quiet">{m.trail_no_longer()}</p>
      )}
      {review && <Answered review={review} version={version?.version ?? null} />}
      {synthesis && <Asking code={code} passageId={passage.id} review={review} />}
    </Card>
  );
}

/** Review of a citation by its author, and its resolution by the team. */
function Answered({ review, version }: { review: Review; version: number | null }) {
  const { verdict, text, resolution, reply } = review;
  return (
    <>
      {text && (
        <p className="quiet">
          {m.trail_said_on({ date: formatDate(review.reviewedOn) })} <q lang={contentLang()}>{text}</q>
        </p>
      )}
      {resolution === "CORRECTED" && (
        <Notice tone="done">
          {version && version > 1 ? m.trail_corrected({ version }) : m.trail_corrected_words()}
        </Notice>
      )}
      {resolution === "REPLIED" && (
        <Notice tone="done">
          <p>{m.trail_replied()}</p>
          <p lang={contentLang()}>{reply}</p>
        </Notice>
      )}
      {verdict === "DISTORTED" && !resolution && <p className="quiet">{m.trail_waits()}</p>}
    </>
  );
}

interface AskingProps {
  code: string;
  passageId: string;
  review: Review | null;
}

/** The question, answered as it stands: what was said before is pressed, and can be said anew. */
function Asking({ code, passageId, review }: AskingProps) {
  const client = useApolloClient();
  const { revalidate } = useRevalidator();
  const [asked, setAsked] = useState<CitationVerdict | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<"" | "busy" | "told">("");
  const [failed, setFailed] = useState<Failure>(null);
  const send = async (verdict: CitationVerdict, text: string | null) => {
    setState("busy");
    setFailed(null);
    try {
      const variables = { input: { code, passageId, verdict, text } };
      const { data } = await client.mutate({ mutation, variables });
      const found = data!.reviewCitation.problems;
      setProblems(found);
      if (found.length) {
        setState("");
        return false;
      }
      for (const fieldName of ["receipt", "ownAttendance"]) client.cache.evict({ id: "ROOT_QUERY", fieldName });
      await revalidate();
      setState("told");
      return true;
    } catch (error) {
      setFailed(error as Error);
      setState("");
      return false;
    }
  };
  const choose = async (verdict: CitationVerdict) => {
    if (verdict !== "FAITHFUL") setAsked(verdict);
    else if (await send(verdict, null)) setAsked(null);
  };
  const given = review?.verdict ?? null;
  return (
    <>
      <p>
        <b>{m.response_well_said()}</b>
      </p>
      <div className="cluster">
        {verdicts.map(({ value, label, sign }) => (
          <Button
            small
            className={styles[value]}
            aria-pressed={(asked ?? given) === value}
            onClick={() => void choose(value)}
            key={value}
          >
            <Icon name={sign} size={18} />
            {label()}
          </Button>
        ))}
      </div>
      {asked && (
        <KeptForm
          kept={`citation:${passageId}`}
          problems={problems}
          busy={state === "busy"}
          onSubmit={(fields) => send(asked, (fields.get("text") as string).trim() || null)}
          onSent={() => setAsked(null)}
        >
          <WritingArea
            name="text"
            label={m.response_meant()}
            optional
            maxLength={1000}
            defaultValue={review?.text ?? ""}
          />
          <Button type="submit" primary>
            {m.response_tell()}
          </Button>
        </KeptForm>
      )}
      <output>{state === "told" && !asked && given && toldNames[given]()}</output>
      <Failed because={failed} />
    </>
  );
}
