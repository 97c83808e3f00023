import { useEffect, useRef, useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import { nameOf, type Result } from "../api/result.ts";

/** The image of a result; its address is asked for when it comes near the window. */
export function Picture({ api, result }: { readonly api: Api; readonly result: Result }) {
  const [address, setAddress] = useState<string>();
  const frame = useRef<HTMLImageElement>(null);
  useEffect(() => {
    setAddress(undefined);
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        api<{ url: string }>("GET", `/results/${result.id}/image`).then(
          ({ url }) => setAddress(url),
          () => undefined,
        );
      },
      { rootMargin: "400px" },
    );
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [api, result.id]);
  // The page is isolated: an image of another origin has to come by CORS.
  return <img ref={frame} class="picture" src={address ?? blank} alt={describe(result)} crossOrigin="anonymous" />;
}

/** One transparent pixel, as an own file: the page's policy takes no data addresses. */
const blank = "blank.svg";

function describe(result: Result): string {
  const said = result.correction?.label ?? result.labels?.[0]?.label;
  return said ? `${nameOf(result)}: ${said}` : nameOf(result);
}
