import { useCallback, useEffect, useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import type { Result } from "../api/result.ts";
import { type Filters, toQuery } from "./filters.ts";

interface Page {
  readonly items: readonly Result[];
  readonly next?: string;
}

const pageSize = 24;
const lookAgainMilliseconds = 3000;

/**
 * The results that filters choose, newest first; looks again every few seconds, so that images which came by another
 * way appear too.
 */
export function useResults(api: Api, { label, status }: Filters, answers: number) {
  const [pages, setPages] = useState<readonly Page[]>();
  const [problem, setProblem] = useState<string>();
  const read = useCallback(
    (cursor?: string) => api<Page>("GET", `/results?${toQuery({ label, status, score: 0 }, pageSize, cursor)}`),
    [api, label, status],
  );
  useEffect(() => setPages(undefined), [read]);
  // An answer of this page's own uploads is looked for at once.
  useEffect(() => {
    let left = false;
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      try {
        const first = await read();
        if (left) return;
        // Pages behind the first one stay: their cursors say where they begin, not how many lie before them.
        setPages((pages) => (pages && pages.length > 1 ? [merge(first, pages[0]!), ...pages.slice(1)] : [first]));
        setProblem(undefined);
      } catch (error) {
        if (!left) setProblem((error as Error).message);
      }
    };
    void look();
    const timer = setInterval(look, lookAgainMilliseconds);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [read, answers]);
  const next = pages?.at(-1)?.next;
  const more = next
    ? () =>
        read(next).then(
          (page) => setPages((pages) => [...(pages ?? []), page]),
          (error) => setProblem(error.message),
        )
    : undefined;
  const replace = (id: string, by: Result | undefined) =>
    setPages((pages) =>
      pages?.map((page) => ({ ...page, items: page.items.flatMap((item) => (item.id === id ? (by ?? []) : item)) })),
    );
  return { results: pages ? unique(pages.flatMap(({ items }) => items)) : undefined, problem, more, replace };
}

/** The first page anew, with those of the old one that newer images have pushed out of it. */
function merge(first: Page, before: Page): Page {
  const oldest = first.items.at(-1);
  const pushed = before.items.slice(before.items.findIndex(({ id }) => id === oldest?.id) + 1);
  return { ...before, items: [...first.items, ...(oldest ? pushed : [])] };
}

function unique(results: readonly Result[]): readonly Result[] {
  return [...new Map(results.map((result) => [result.id, result])).values()];
}
