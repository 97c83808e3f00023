import { useEffect, useRef, useState } from "preact/hooks";

interface Properties {
  readonly onPicture: (file: File) => void;
  readonly onClose: () => void;
}

/** Shows what the camera sees; a press takes a picture of it. */
export function CameraDialog({ onPicture, onClose }: Properties) {
  const [dialog, video] = [useRef<HTMLDialogElement>(null), useRef<HTMLVideoElement>(null)];
  const [problem, setProblem] = useState<string>();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    const opened = openCamera();
    opened.then(
      (stream) => {
        if (video.current) video.current.srcObject = stream;
      },
      (error: Error) => setProblem(`No camera: ${error.message}`),
    );
    return () => void opened.then(stop, () => undefined);
  }, []);
  const shoot = async () => {
    onPicture(await photograph(video.current!));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="stack" aria-label="Camera" onClose={onClose}>
      <video ref={video} autoplay playsInline muted onPlaying={() => setReady(true)} />
      {problem && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="primary" disabled={!ready} onClick={shoot}>
          Take it
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
}

/** Puts the camera's light out. */
function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function photograph(video: HTMLVideoElement): Promise<File> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext("2d")!.drawImage(video, 0, 0);
  const bytes = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
  return new File([bytes], `camera-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.jpg`, {
    type: "image/jpeg",
  });
}
