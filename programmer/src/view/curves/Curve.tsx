import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Columns } from './decimate';
import { Picture } from './Picture';
import type { CurveShape } from './options';
import { CurveControls } from './CurveControls';

interface Props {
  readonly title: string;
  /** What the picture says, for those who do not see it. */
  readonly said: string;
  readonly shape: CurveShape;
  readonly columns: Columns;
  /** May be moved and zoomed; the others show all there is. */
  readonly zoomable?: boolean;
}

/** Curves over time. The picture is drawn again when points, width or colours change, and never for anything else. */
export function Curve({ title, said, shape, columns, zoomable = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | null>(null);

  useEffect(() => {
    const root = place.current;

    if (root === null) {
      return undefined;
    }

    const made = new Picture(uPlot, root, shape, zoomable);
    picture.current = made;
    made.show(columns);
    return () => made.close();
  }, []);

  useEffect(() => picture.current?.show(columns), [columns]);

  return (
    <figure class="curve">
      <figcaption>
        <span>{title}</span>
        {zoomable && <CurveControls picture={picture} />}
      </figcaption>
      <div ref={place} role="img" aria-label={`${title}. ${said}`} />
    </figure>
  );
}
