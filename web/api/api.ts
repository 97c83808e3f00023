import type { Session } from "../login/session.ts";
import { ApiProblem } from "./apiProblem.ts";

/** A request to the API. */
export interface ApiRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Calls the API that serves this page.
 * @throws {ApiProblem} for every answer that is none.
 */
export type Api = <Answer>(method: string, path: string, request?: ApiRequest) => Promise<Answer>;

/** Makes the caller of the API; `onLoggedOut` is told when the token is no longer taken. */
export function openApi(session: Session, onLoggedOut: () => void): Api {
  return async <Answer>(method: string, path: string, { body, headers = {} }: ApiRequest = {}) => {
    const token = session.token();
    const response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause) => {
      throw new ApiProblem("unreachable", "the server does not answer; is it running?", { cause });
    });
    if (response.status === 401 && token) {
      session.logOut();
      onLoggedOut();
    }
    if (!response.ok) throw await readProblem(response);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
}

/** RFC 9457 where the API answers; a gateway in front of it has forms of its own. */
async function readProblem(response: Response): Promise<ApiProblem> {
  const told = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; message?: string };
  return new ApiProblem(told.title ?? String(response.status), told.detail ?? told.message ?? response.statusText);
}
