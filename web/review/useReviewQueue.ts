import { useCallback, useEffect, useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import type { Result } from "../api/result.ts";

const pageSize = 50;

/** Images that a person should look at, the newest first; `current` is the one at hand. */
export function useReviewQueue(api: Api) {
  const [queue, setQueue] = useState<readonly Result[]>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(() => {
    api<{ items: readonly Result[] }>("GET", `/results?review=open&limit=${pageSize}`).then(
      ({ items }) => setQueue(items),
      (error: Error) => setProblem(error.message),
    );
  }, [api]);
  useEffect(load, [load]);
  const current = queue?.[0];
  const done = () => {
    // The last one of a page may have others behind it.
    if (queue?.length === 1) load();
    setQueue((all) => all?.slice(1));
  };
  /** Puts the one at hand at the end: it stays in the queue. */
  const skip = () => setQueue((all) => (all && all.length > 1 ? [...all.slice(1), all[0]!] : all));
  const act = async (action: () => Promise<unknown>) => {
    try {
      await action();
      setProblem(undefined);
      done();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const correct = (label: string) => act(() => api("PUT", `/results/${current!.id}/label`, { body: { label } }));
  const remove = () => act(() => api("DELETE", `/results/${current!.id}`));
  return { current, left: queue?.length, problem, correct, remove, skip };
}
