import { useEffect, useRef } from 'preact/hooks';
import { DemoBanner } from '../demo/DemoBanner';
import { Header } from './Header';

/** What stays in sight whatever is scrolled. Alarms and widths change its height: the style sheet is told, for what lies below it. */
export function Top() {
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      document.documentElement.style.setProperty('--top', `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`);
    });

    if (top.current !== null) {
      watch.observe(top.current);
    }

    return () => watch.disconnect();
  }, []);

  return (
    <div class="top" ref={top}>
      <DemoBanner />
      <Header />
    </div>
  );
}
