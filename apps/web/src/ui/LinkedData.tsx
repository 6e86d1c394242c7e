type Value = string | number | null | undefined | boolean | { [name: string]: Value } | Value[];

/**
 * Subject of a page in the words of schema.org, for machines that read it: written by the API only, which puts it in the
 * head (linkedHead.ts); asked for behind `import.meta.env.SSR`, so that no browser carries it. Never a person, whatever
 * they chose: only works, questions, meetings and the group.
 */
export const LinkedData = ({ of }: { of: { "@type": string; [name: string]: Value } }) => (
  <meta name="linked-data" content={JSON.stringify(of)} />
);
