import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  CitationVerdict,
  ReviewCitation,
  ReviewCitationVariables,
  TrailPage,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { natureNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { keepOnDevice, useDeviceValue } from "../../ui/device.ts";
import { Form } from "../../ui/Form.tsx";
import type { Problem } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

type Passage = NonNullable<TrailPage["receipt"]>["contributions"][number]["passages"][number];
type KeyPoint = Passage["keyPoints"][number];

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

/** The key point under which a passage went into a synthesis; none while it did not. */
export const citedUnder = (passage: Passage): KeyPoint | undefined =>
  passage.keyPoints.find(({ syntheses }) => syntheses.length > 0);

const verdicts: readonly { value: CitationVerdict; label: () => string }[] = [
  { value: "FAITHFUL", label: m.response_verdict_FAITHFUL },
  { value: "TO_QUALIFY", label: m.response_verdict_TO_QUALIFY },
  { value: "DISTORTED", label: m.response_verdict_DISTORTED },
];

/** In the margin of one's own words: what they went into, with how many others, and whether it is well said. */
export function Citation({ code, passage, keyPoint }: { code: string; passage: Passage; keyPoint: KeyPoint }) {
  const { number, nature, sentence, peopleCount, regionCount, syntheses } = keyPoint;
  const [given, giveVerdict] = useVerdict(passage.id);
  const [asked, setAsked] = useState<CitationVerdict | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failed, setFailed] = useState(false);
  const [review, { loading }] = useMutation(mutation);
  const send = async (verdict: CitationVerdict, text: string | null) => {
    setFailed(false);
    try {
      const { data } = await review({ variables: { input: { code, passageId: passage.id, verdict, text } } });
      const found = data!.reviewCitation.problems;
      setProblems(found);
      if (found.length) return;
      giveVerdict(verdict);
      setAsked(null);
    } catch {
      setFailed(true);
    }
  };
  const choose = (verdict: CitationVerdict) => (verdict === "FAITHFUL" ? void send(verdict, null) : setAsked(verdict));
  return (
    <Card as="aside" tone="note">
      <p>
        <Link to={paths.keyPoint(keyPoint.id)}>
          <b>
            {natureNames[nature]()} {number}
          </b>
        </Link>
        {m.response_with_others({ count: peopleCount - 1 })}
        {m.response_of_regions({ count: peopleCount > 1 ? regionCount : 0 })}
      </p>
      <p lang={contentLang()}>{sentence}</p>
      <p className="quiet" lang={contentLang()}>
        {syntheses.map(({ id, slug, title }) => (
          <Link to={paths.synthesis(slug)} key={id}>
            {title}
          </Link>
        ))}
      </p>
      <p>
        <b>{m.response_well_said()}</b>
      </p>
      <div className="cluster">
        {verdicts.map(({ value, label }) => (
          <Button small aria-pressed={(asked ?? given) === value} onClick={() => choose(value)} key={value}>
            {label()}
          </Button>
        ))}
      </div>
      {asked && (
        <Form
          problems={problems}
          busy={loading}
          onSubmit={(fields) => void send(asked, (fields.get("text") as string).trim() || null)}
        >
          <WritingArea name="text" label={m.response_meant()} optional maxLength={1000} />
          <Button type="submit" primary>
            {m.response_tell()}
          </Button>
        </Form>
      )}
      <output>
        {failed
          ? m.response_not_told()
          : given && !asked && (given === "FAITHFUL" ? m.response_thanks() : m.response_noted())}
      </output>
    </Card>
  );
}

/** What was said of a citation, remembered on the device: the API keeps it, and shows it to nobody but the team. */
function useVerdict(passageId: string) {
  const name = `verdict:${passageId}`;
  const given = useDeviceValue(name) as CitationVerdict | null;
  return [given, (verdict: CitationVerdict) => keepOnDevice(name, verdict)] as const;
}
