import { useState } from "preact/hooks";
import type { Session } from "./session.ts";

/** What a person sees who has to log in first. */
export function LoginGate({ session, notice }: { readonly session: Session; readonly notice: string | undefined }) {
  const [problem, setProblem] = useState(notice);
  const logIn = () =>
    session.logIn().catch((error: Error) => setProblem(`The login service does not answer: ${error.message}`));
  return (
    <main>
      <section class="panel stack">
        <h1>snaplabel</h1>
        <p>Drop pictures, see what is on them, correct what is wrong.</p>
        {problem && (
          <p class="alert" role="alert">
            {problem}
          </p>
        )}
        <div>
          <button type="button" class="primary" onClick={logIn}>
            Log in
          </button>
        </div>
      </section>
    </main>
  );
}
