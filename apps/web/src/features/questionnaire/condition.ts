/** The questions that a condition looks at. */
export function questionsIn(condition: unknown): string[] {
  if (typeof condition !== "object" || condition === null) return [];
  const rule = condition as Record<string, unknown>;
  const inner = [rule.all, rule.any, rule.not].flat().flatMap(questionsIn);
  return typeof rule.question === "string" ? [rule.question, ...inner] : inner;
}
