import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDecoder } from "../handler/image/openDecoder.ts";
import { type Answer, type Measured, median } from "./judge.ts";
import { isRight } from "./judgeAnswers.ts";
import type { Verdict } from "./verdict.ts";

/** A page of its own: no request leaves it. */
export async function reportHtml(
  image: string,
  measured: Measured,
  verdicts: readonly Verdict[],
  folder: string,
): Promise<string> {
  const rows = await Promise.all(measured.answers.map((answer) => photoRow(answer, folder)));
  const passed = verdicts.every((verdict) => verdict.passed);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gate ${passed ? "passed" : "failed"}: ${escapeHtml(image)}</title>
<style>${style}</style>
<h1>Gate ${passed ? "passed" : "failed"}</h1>
<p><code>${escapeHtml(image)}</code></p>
<table>
<thead><tr><th>must hold<th>measured<th>limit<th></tr></thead>
<tbody>${verdicts.map(verdictRow).join("")}</tbody>
</table>
<h2>${measured.answers.length} photos</h2>
<table class="photos">
<thead><tr><th>photo<th>a person sees<th>the image says<th>recorded<th>ms</tr></thead>
<tbody>${rows.join("")}</tbody>
</table>
</html>
`;
}

function verdictRow({ name, measured, limit, passed }: Verdict): string {
  const mark = passed ? "passed" : "failed";
  return `<tr class="${mark}"><td>${escapeHtml(name)}<td>${escapeHtml(measured)}<td>${escapeHtml(limit)}<td>${mark}</tr>`;
}

async function photoRow(answer: Answer, folder: string): Promise<string> {
  const { photo, labels, latencies } = answer;
  const thumbnail = await makeThumbnail(await readFile(join(folder, photo.file)));
  const picture = `<img alt="${escapeHtml(photo.file)}" src="data:image/webp;base64,${thumbnail.toString("base64")}">`;
  return (
    `<tr class="${isRight(answer) ? "passed" : "failed"}"><td>${picture}` +
    `<td>${escapeHtml(photo.accept.join(", "))}<td>${bars(labels)}<td>${bars(photo.expected)}` +
    `<td>${median(latencies).toFixed(0)}</tr>`
  );
}

async function makeThumbnail(bytes: Uint8Array): Promise<Buffer> {
  const vips = await openDecoder();
  const image = vips.Image.thumbnailBuffer(bytes, 160);
  const thumbnail = image.writeToBuffer(".webp", { Q: 75 });
  image.delete();
  return Buffer.from(thumbnail);
}

function bars(labels: readonly { readonly label: string; readonly score: number }[]): string {
  return labels
    .map(
      ({ label, score }) => `<div class="bar" style="--score:${score}">${escapeHtml(label)} ${score.toFixed(3)}</div>`,
    )
    .join("");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid #8884; }
tr.failed td:first-child { border-left: .4rem solid #c33; }
tr.passed td:first-child { border-left: .4rem solid #393; }
img { max-width: 9rem; max-height: 7rem; background: #fff; }
.bar { padding: 0 .3rem; white-space: nowrap; background: linear-gradient(#48c5, #48c5) 0 / calc(var(--score) * 100%) 100% no-repeat; }
`;
