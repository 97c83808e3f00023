import { ApiProblem } from "../api/apiProblem.ts";

/** A presigned POST, as POST /uploads answers. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Sends a file by a presigned form; fetch tells nothing of what is sent already, so this is an XMLHttpRequest.
 * @param onSent - told the share that is sent, 0 to 1.
 * @throws {ApiProblem} `upload-refused` or `unreachable`
 */
export function postForm({ url, fields }: UploadForm, file: File, onSent: (share: number) => void): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  // S3 reads no field after the file.
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new ApiProblem("upload-refused", `the bucket refused the file (${request.status})`));
    };
    request.onerror = () => reject(new ApiProblem("unreachable", "the bucket does not answer"));
    request.open("POST", url);
    request.send(body);
  });
}
