/**
 * Names of settings, and what is wrong with those that were given: one that is misspelt would be left aside in silence,
 * and the demonstration, or a site without what it was to have, would start instead.
 */
export const settings = [
  ...["PORT", "HOST", "BEHIND_PROXY", "SECRET", "FORMER_SECRET", "DATABASE_URL", "DIRECT_DATABASE_URL"],
  ...["DATABASE_REPLICA_URL", "DATA_FOLDER", "PUBLIC_URL", "MAIL_FROM", "SECURITY_CONTACT", "LOG", "POSTGRES_PASSWORD"],
  ...["METRICS_PORT", "BACKUP_FOLDER", "BACKUP_KEY", "S3_URL", "S3_KEY", "S3_SECRET", "S3_REGION", "SMTP_URL", "DEMO"],
  ...["DEMO_DATE", "UNSAFE_DATABASE"],
];

const letters = (name: string) => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

/** Number of letters that are missing, too many, others, or two that changed places. */
function distance(a: string, b: string) {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last![j]! + 1, row[j - 1]! + 1, last![j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before![j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last![b.length]!;
}

/**
 * The setting that a name which is none stands for; null where it is another thing. A file of settings holds little
 * else, so it is read with less trust than the environment, where the machine has names of its own.
 */
export function meant(name: string, inFile: boolean): string | null {
  if (settings.includes(name)) return null;
  const given = letters(name);
  const near = settings.find((one) => {
    const real = letters(one);
    const most = inFile ? (real.length > 8 ? 2 : 1) : real.length > 6 ? 1 : 0;
    return distance(given, real) <= most;
  });
  // In an environment « host » or « Port » are of others.
  return near && (inFile || near.length > 4) ? near : null;
}

/** Names that others read: Node, traces, containers, PostgreSQL, the clock. */
const ofOthers = /^(?:NODE|OTEL|COMPOSE|DOCKER|PG|LC|POSTGRES|CADDY|npm)_?|^(?:TZ|LANG)$/;

/** Names in a file of settings that are no setting, and that nothing else is known to read. */
export const strangersOf = (names: string[]) =>
  names.filter((name) => !settings.includes(name) && !ofOthers.test(name));

/** The reason why a file of settings is misread, in a sentence without a value; null if there is none. */
export function faultOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (text.startsWith("\uFEFF"))
    return ".env begins with a mark that hides its first name: save it as UTF-8 without BOM.";
  if (/[\0\uFFFD]/.test(text)) return ".env is not written in UTF-8: save it so.";
  const lines = withoutQuoted(text).split(/\r?\n/);
  const odd = lines.findIndex((line) => !/^\s*(?:#|$)|^\s*(?:export\s+)?[\w.-]+\s*=/.test(line));
  if (odd >= 0) return `Line ${odd + 1} of .env is not written as NAME=value.`;
  const open = lines.findIndex((line) => /^[^#=]*=\s*["'`]/.test(line) || /\r/.test(line));
  return open >= 0 ? `Line ${open + 1} of .env opens a quote and does not close it, or ends in an odd way.` : null;
}

/** Values between quotes may have lines of their own, which stay lines here. */
function withoutQuoted(text: string) {
  let left = "";
  let rest = text;
  for (;;) {
    const line = /^[^\n]*\n?/.exec(rest)![0];
    if (!line) return left;
    const quote = /^[^#=\n]*=[ \t]*(["'`])/.exec(line);
    const end = quote ? rest.indexOf(quote[1]!, quote[0].length) : -1;
    if (!quote || end < 0) {
      left += line;
      rest = rest.slice(line.length);
      continue;
    }
    left += quote[0].slice(0, -1) + rest.slice(quote[0].length, end).replaceAll(/[^\n]/g, "").replaceAll("\n", "\n#");
    rest = rest.slice(end + 1);
    // The rest of the line after the quote is left aside by Node too.
    const after = /^[^\n]*\n?/.exec(rest)![0];
    left += after.endsWith("\n") ? "\n" : "";
    rest = rest.slice(after.length);
  }
}
