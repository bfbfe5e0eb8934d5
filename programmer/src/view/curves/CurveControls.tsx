import type { RefObject } from 'preact';
import { texts } from '../../texts/texts';
import type { Picture } from './Picture';

/** Everything that dragging and the wheel do, for the keyboard and for fingers. */
export function CurveControls({ picture }: { readonly picture: RefObject<Picture | null> }) {
  const words = texts.curve;
  const controls = [
    ['←', words.earlier, () => picture.current?.pan(-0.5)],
    ['→', words.later, () => picture.current?.pan(0.5)],
    ['+', words.closer, () => picture.current?.zoom(0.5)],
    ['−', words.wider, () => picture.current?.zoom(2)],
    ['↔', words.all, () => picture.current?.reset()],
  ] as const;

  return (
    <span class="controls" role="group" aria-label={words.controls}>
      {controls.map(([sign, label, act]) => (
        <button key={label} type="button" class="small" aria-label={label} title={label} onClick={act}>{sign}</button>
      ))}
    </span>
  );
}
