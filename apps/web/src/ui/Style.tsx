/**
 * The style of pages that few people open: a file of its own, loaded with them and not with every document. To be given
 * the address of a plain sheet, `import sheet from "./result.css?url"`, whose classes begin with the name of their
 * feature and stand in the layers of `tokens.css`.
 */
export const Style = ({ href }: { href: string }) => <link rel="stylesheet" href={href} precedence="feature" />;
