import { useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import type { Result } from "../api/result.ts";
import { KnownLabels } from "../parts/KnownLabels.tsx";
import { TwoStepButton } from "../parts/TwoStepButton.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { noFilters } from "./filters.ts";
import { ResultCard } from "./ResultCard.tsx";
import { useResults } from "./useResults.ts";

/** All images with what is on them, newest first. */
export function Gallery({ api, answers }: { readonly api: Api; readonly answers: number }) {
  const [filters, setFilters] = useState(noFilters);
  const { results, problem, more, replace } = useResults(api, filters, answers);
  const [failure, setFailure] = useState<string>();
  const shown = results?.filter(({ labels }) => (labels?.[0]?.score ?? 1) >= filters.score);
  const remove = (id: string) =>
    api("DELETE", `/results/${id}`).then(
      () => replace(id, undefined),
      (error: Error) => setFailure(error.message),
    );
  const correct = async (id: string, label: string) =>
    replace(id, await api<Result>("PUT", `/results/${id}/label`, { body: { label } }));
  const removeAll = async () => {
    const headers = { "x-confirm": "delete-all-results" };
    try {
      while ((await api<{ more: boolean }>("DELETE", "/results", { headers })).more);
      for (const { id } of results ?? []) replace(id, undefined);
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  return (
    <section class="stack" aria-labelledby="gallery-title">
      <h2 id="gallery-title">Gallery</h2>
      <FilterBar filters={filters} onChange={setFilters} />
      <KnownLabels />
      {(problem ?? failure) && (
        <p class="alert" role="alert">
          {problem ?? failure}
        </p>
      )}
      <p class="quiet" role="status">
        {shown === undefined ? "Looking …" : count(shown.length, more !== undefined)}
      </p>
      <ul class="gallery">
        {shown?.map((result) => (
          <li key={result.id}>
            <ResultCard
              {...{ api, result }}
              onCorrect={(label) => correct(result.id, label)}
              onDelete={() => remove(result.id)}
            />
          </li>
        ))}
      </ul>
      <div class="row">
        {more && (
          <button type="button" onClick={more}>
            Show more
          </button>
        )}
        {results && results.length > 0 && (
          <TwoStepButton label="Delete all" question="Delete every image?" onConfirmed={removeAll} />
        )}
      </div>
    </section>
  );
}

function count(images: number, more: boolean): string {
  if (images === 0) return "No images here yet.";
  return `${images}${more ? " and more" : ""} ${images === 1 ? "image" : "images"}`;
}
