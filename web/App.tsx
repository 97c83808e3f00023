import { useEffect, useMemo, useState } from "preact/hooks";
import { openApi } from "./api/api.ts";
import { Gallery } from "./gallery/Gallery.tsx";
import { LoginGate } from "./login/LoginGate.tsx";
import type { Session } from "./login/session.ts";
import { Review } from "./review/Review.tsx";
import { Uploads } from "./upload/Uploads.tsx";

const pages = [
  ["#/", "Gallery"],
  ["#/review", "Review"],
] as const;

/** The whole page: who is there, where one is, and what is shown. */
export function App({ session, notice }: { readonly session: Session; readonly notice: string | undefined }) {
  const [needed, setNeeded] = useState(session.needed());
  const [here, setHere] = useState(false);
  /** Goes up with each answer, so that lists look again at once. */
  const [answers, setAnswers] = useState(0);
  const place = usePlace();
  const api = useMemo(() => openApi(session, () => setNeeded(session.needed())), [session]);
  if (needed) return <LoginGate session={session} notice={notice} />;
  const logOut = () => {
    session.logOut();
    setNeeded(session.needed());
  };
  return (
    <>
      <header class="top">
        <h1>snaplabel</h1>
        <nav aria-label="Pages">
          {pages.map(([address, name]) => (
            <a key={address} href={address} aria-current={place === address ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <label class="row">
          <input type="checkbox" checked={here} onChange={(event) => setHere(event.currentTarget.checked)} />
          Also classify in this browser
        </label>
        {session.token() && (
          <button type="button" onClick={logOut}>
            Log out
          </button>
        )}
      </header>
      {/* Uploads go on while somebody reviews: only its panel is hidden there. */}
      <main>
        <Uploads api={api} here={here} hidden={place !== "#/"} onAnswer={() => setAnswers((count) => count + 1)} />
        {place === "#/review" ? <Review api={api} /> : <Gallery api={api} answers={answers} />}
      </main>
    </>
  );
}

function usePlace(): string {
  const read = () => (location.hash === "#/review" ? "#/review" : "#/");
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const follow = () => setPlace(read());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return place;
}
