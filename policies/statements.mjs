/**
 * Reads the statements of a policy document; none when it is unknown yet (a preview) or no policy.
 * @param {unknown} document
 * @returns {{ Effect: string, Action: string[], Resource: string[], Principal?: unknown, Condition?: object }[]}
 */
export function statements(document) {
  if (typeof document !== "string") return [];
  const { Statement = [] } = parse(document);
  return [Statement].flat().map((statement) => ({
    ...statement,
    Action: [statement.Action ?? []].flat(),
    Resource: [statement.Resource ?? []].flat(),
  }));
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
