import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { codeReader, type CodeReader } from './barcode';

interface Props {
  readonly disabled: boolean;
  readonly found: (text: string) => void;
}

const lookEveryMs = 250;

/** Reads the card with the camera. The picture is looked at and kept nowhere. */
export function CardScanner({ disabled, found }: Props) {
  const reader = useSignal<CodeReader | null>(null);
  const stream = useSignal<MediaStream | null>(null);
  const problem = useSignal(false);
  const video = useRef<HTMLVideoElement>(null);
  const words = texts.session;

  useEffect(() => {
    void codeReader().then((made) => { reader.value = made; });
    return () => stop(stream.value);
  }, []);

  useEffect(() => {
    const element = video.current;
    const running = stream.value;

    if (element === null || running === null) {
      return undefined;
    }

    element.srcObject = running;
    void element.play();
    const timer = setInterval(() => void look(element), lookEveryMs);
    return () => { clearInterval(timer); stop(running); };
  }, [stream.value]);

  async function look(element: HTMLVideoElement) {
    const [code] = await reader.value?.detect(element) ?? [];

    if (code !== undefined && stream.value !== null) {
      stream.value = null;
      found(code.rawValue);
    }
  }

  async function start() {
    try {
      problem.value = false;
      stream.value = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      problem.value = true; // no camera, or nobody allowed it
    }
  }

  if (reader.value === null) {
    return <p class="hint">{words.noScanner}</p>;
  }

  return (
    <div class="scanner">
      {stream.value !== null && <video ref={video} muted playsInline aria-label={words.cameraPicture} />}
      <button type="button" disabled={disabled} onClick={() => { if (stream.value === null) { void start(); } else { stream.value = null; } }}>
        {stream.value === null ? words.scan : words.stopScan}
      </button>
      {problem.value && <p class="wrong" role="alert">{words.noCamera}</p>}
    </div>
  );
}

function stop(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}
