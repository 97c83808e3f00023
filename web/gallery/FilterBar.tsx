import type { Filters } from "./filters.ts";

interface Properties {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Narrows the gallery by label, status and score. */
export function FilterBar({ filters, onChange }: Properties) {
  return (
    <search class="row filters" aria-label="Filters">
      <label>
        Label
        <input
          {...{ type: "search", list: "known-labels", value: filters.label, placeholder: "any" }}
          onChange={(event) => onChange({ ...filters, label: event.currentTarget.value })}
        />
      </label>
      <label>
        Status
        <select
          value={filters.status}
          onChange={(event) => onChange({ ...filters, status: event.currentTarget.value as Filters["status"] })}
        >
          <option value="classified">classified</option>
          <option value="rejected">rejected</option>
          <option value="failed">failed</option>
        </select>
      </label>
      <label>
        Score from {Math.round(filters.score * 100)} %
        <input
          {...{ type: "range", min: 0, max: 0.95, step: 0.05, value: filters.score }}
          onInput={(event) => onChange({ ...filters, score: Number(event.currentTarget.value) })}
        />
      </label>
    </search>
  );
}
