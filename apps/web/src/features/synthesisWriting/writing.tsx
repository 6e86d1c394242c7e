import { gql, type TypedDocumentNode, type Unmasked } from "@apollo/client";
import type {
  ParagraphKind,
  Writing_accounting,
  Writing_source,
  Writing_synthesis,
  Writing_words,
} from "../../graphql/operations.generated.ts";
import { accounted } from "../../shared/accounted.tsx";
import { bylineFragment } from "../../shared/byline.tsx";

/** A key point that a synthesis is written from: the words it holds, and those of them to be placed. */
export const sourceFragment: TypedDocumentNode<Writing_source> = gql`
  fragment Writing_source on SynthesisSource {
    keyPoint {
      id
      number
      sentence
      nature
      state
      peopleCount
      regionCount
    }
    passages
    toPlace
  }
`;

/** Words that a key point rests on: asked for where somebody looks at them. */
export const wordsFragment: TypedDocumentNode<Writing_words> = gql`
  fragment Writing_words on SynthesisWords {
    passage {
      id
      quote
      contribution {
        ...Byline_contribution @unmask
      }
    }
    keyPointIds
  }
  ${bylineFragment}
`;

/** Gate of a version: passages neither cited nor set aside, and its other lacks. */
export const accountingFragment: TypedDocumentNode<Writing_accounting> = gql`
  fragment Writing_accounting on SynthesisVersion {
    id
    edit
    revision
    missing {
      code
      count
    }
    ...Accounted_version @unmask
    setAside {
      id
      saidBy {
        id
        number
        sentence
      }
      passage {
        id
        quote
      }
    }
    sources {
      ...Writing_source @unmask
    }
  }
  ${accounted}
  ${sourceFragment}
`;

/** A synthesis as those who write it see it: the version under way, whole. */
export const writing: TypedDocumentNode<Writing_synthesis> = gql`
  fragment Writing_synthesis on Synthesis {
    id
    slug
    objective {
      id
      slug
    }
    title
    state
    version
    viewerCan {
      write
      circulate
      publish
      remove
    }
    inForce {
      id
      version
      publishedAt
    }
    underWay {
      id
      version
      state
      circulatedOn
      circulatesUntil
      publishesAt
      ...Writing_head @unmask
      causes {
        reaction {
          id
          text
          authorName
        }
        meeting {
          id
          title
        }
      }
      paragraphs {
        ...Writing_paragraph @unmask
      }
      ...Writing_accounting @unmask
      citationCounts {
        asked
        answered
        faithful
        toQualify
        distorted
      }
      citationReviews {
        passageId
        verdict
        text
        reviewedOn
        resolution
        reply
        passage {
          id
          quote
          contribution {
            ...Byline_contribution @unmask
          }
          keyPoints {
            id
          }
        }
      }
    }
  }
  fragment Writing_head on SynthesisVersion {
    id
    edit
    revision
    definition
    method
    notHeard
    decisions
    nextSteps
    changes
  }
  fragment Writing_paragraph on SynthesisParagraph {
    id
    kind
    position
    text
    detail
    html
    edit
    keyPoints {
      id
      number
      sentence
      nature
    }
    against {
      id
      number
      sentence
      nature
    }
    passages {
      id
      quote
      contribution {
        ...Byline_contribution @unmask
      }
    }
    reactionCounts {
      support
      complete
      qualify
    }
  }
  ${accountingFragment}
  ${bylineFragment}
`;

export type Writing = Unmasked<Writing_synthesis>;
export type Version = NonNullable<Writing["underWay"]>;
export type Paragraph = Version["paragraphs"][number];
export type Source = Unmasked<Writing_source>;
export type Words = Unmasked<Writing_words>;

/** In the order of the page. */
export const kinds: readonly ParagraphKind[] = ["AGREEMENT", "DEBATE", "MINORITY", "HIGHLIGHT", "QUOTE"];
