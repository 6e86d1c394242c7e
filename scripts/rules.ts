import { readFileSync } from "node:fs";
import { step } from "./steps.ts";
import { straysFile } from "./strays.ts";

/** A file of rules, as vitest reports it. */
interface RuleFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

/** A rule that failed, or a file that did without one, and of what. */
interface Failure {
  title: string;
  messages: string[];
}

/**
 * Tells the rules of the API and of the shared code. Where nobody looks on, a file in which one failed has a second
 * chance, whole and on a database of its own: what its first try left behind is in the way of none. A counterexample has
 * none, nor has what is thrown outside of any rule.
 */
export async function rules(reports: string) {
  const first = await tell(`${reports}/rules.json`);
  const again = process.env.CI ? first.files.filter(mayHold) : [];
  const second = again.length > 0 && (await tell(`${reports}/rulesAgain.json`, again));

  const files = second ? [...first.files.filter((file) => !again.includes(file)), ...second.files] : first.files;
  const all = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = all.filter(({ status }) => status === "passed").length;
  const strays = [...first.strays, ...(second ? second.strays : [])];
  const failed = failuresOf(files).length + strays.length;
  // A run that failed without saying of what is one failure.
  const untold = failed === 0 && (passed === 0 || !(second || first).held);
  const stillFailing = new Set(failuresOf(files).map(({ title }) => title));
  return {
    count: {
      passed,
      failed: untold ? 1 : failed,
      skipped: all.filter(({ status }) => status !== "passed" && status !== "failed").length,
    },
    failures: [
      ...failuresOf(first.files),
      ...(second ? failuresOf(second.files) : []),
      ...strays.map((message) => ({ title: "outside of any rule", messages: [message] })),
    ],
    /** Titles of those that held at their second try only. */
    toldAgain: failuresOf(again)
      .map(({ title }) => title)
      .filter((title) => !stillFailing.has(title)),
  };
}

async function tell(report: string, files: RuleFile[] = []) {
  const named = files.map(({ name }) => name).join(" ");
  const reporters = "--reporter=default --reporter=json --reporter=./scripts/strays.ts";
  const strays = `${report}.strays`;
  const held = await step(`vitest run ${reporters} --outputFile.json=${report} ${named}`, { [straysFile]: strays });
  return {
    held,
    files: (written(report) as { testResults: RuleFile[] } | null)?.testResults ?? [],
    strays: (written(strays) as string[] | null) ?? [],
  };
}

/** The report that a run wrote in a file; null if it ended before. */
function written(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A file that failed, and not of a counterexample. */
const mayHold = (file: RuleFile) =>
  file.status === "failed" &&
  !failuresOf([file]).some(({ messages }) => messages.some((message) => message.includes("Property failed")));

const failuresOf = (files: RuleFile[]) =>
  files.flatMap(({ name, status, message, assertionResults }): Failure[] => {
    const failed = assertionResults.filter((rule) => rule.status === "failed");
    if (failed.length === 0) return status === "failed" ? [{ title: name, messages: [message] }] : [];
    return failed.map(({ fullName, failureMessages }) => ({ title: fullName, messages: failureMessages }));
  });
